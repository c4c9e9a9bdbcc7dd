"""Attribution: an article to its claims, each with its speaker, relays, mode and sense."""

from __future__ import annotations

from claimcmp.extract.article import attribute_article

__all__ = ["attribute_article"]
