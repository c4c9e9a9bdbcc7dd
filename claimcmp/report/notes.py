"""What notes on quotations and terms say in the interface language."""

from __future__ import annotations

from claimcmp.report.words import Words
from claimcmp.verdicts.framing import FRAMING_NOTE
from claimcmp.verdicts.quotes import CHANGED_WORDS, QuoteRelation

_NOTES = {
    **{str(relation): f"quote_{relation.name.lower()}" for relation in QuoteRelation},
    CHANGED_WORDS: "quote_words",
    FRAMING_NOTE: "framing",
}
"""Key of the message by the note of a difference."""


def translate_note(note: str, say: Words) -> str:
    """A note on quotations or terms in the interface language; empty for any other note."""
    return say(_NOTES[note]) if note in _NOTES else ""
