"""The words of an interface language, and text from outside made inert."""

from __future__ import annotations

import html
import re

from claimcmp.messages import render_message

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and lone surrogates: no HTML text may hold them."""


def escape(text: str) -> str:
    """``text`` made inert and encodable for HTML; what HTML cannot hold becomes U+FFFD.

    Examples
    --------
    >>> escape('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return html.escape(_UNSHOWABLE.sub("\ufffd", text), quote=True)


def isolate(text: str) -> str:
    """``text`` escaped and isolated from the direction of its surroundings."""
    return f'<bdi dir="auto">{escape(text)}</bdi>'


class Words:
    """The words of one interface language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = self("direction")

    def __call__(self, key: str, **parameters: str) -> str:
        """The text ``report_<key>``, which is ours and safe; parameters are given as HTML."""
        return render_message(f"report_{key}", parameters, self.language)
