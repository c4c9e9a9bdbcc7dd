"""What the rules read off one sentence, before speakers are resolved over the article."""

from __future__ import annotations

from enum import StrEnum

import attrs

from claimcmp.extract.cues import Cue
from claimcmp.records import Sense, Span


class Origin(StrEnum):
    """Where the speaker of a raw claim comes from."""

    NAMED = "named"
    INHERITED = "inherited"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Mention:
    """A source as it stands in the sentence, with the stated reason for not naming it.

    ``is_outlet``: how it is named says that it is an outlet, whatever its name («لـ"X"»).
    """

    span: Span
    reason: str | None = None
    is_outlet: bool = False


@attrs.frozen(kw_only=True)
class RawClaim:
    """One content, its cue and its sources as written.

    ``speaker`` is None for a subject left out (``origin`` INHERITED) or never
    told (UNKNOWN). ``parent`` is the index of the raw claim that encloses it.
    ``announced`` is who a sentence of the outlet's own says speaks next
    ("Lopez continued:"). ``is_open_speech``: the sentence is nothing but quotation.
    """

    content: Span
    cue: Cue | None = None
    sense: Sense = Sense.ASSERTS
    speaker: Mention | None = None
    origin: Origin = Origin.NAMED
    via: tuple[Mention, ...] = ()
    parent: int | None = None
    is_direct: bool = False
    announced: Mention | None = None
    is_open_speech: bool = False

    @property
    def is_narrated(self) -> bool:
        """Whether the outlet itself says it."""
        return self.speaker is None and self.origin is Origin.NAMED
