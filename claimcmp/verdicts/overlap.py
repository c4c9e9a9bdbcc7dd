"""How much two claims say in common, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs
from rapidfuzz.distance import Indel

from claimcmp.languages import is_same_language
from claimcmp.records import Claim, Span
from claimcmp.settings import Settings
from claimcmp.text.tokens import tokenize
from claimcmp.text.words import TAKE_PLACE, Word, covers, read_words


@attrs.frozen
class Overlap:
    """What two claims share, in [0, 1]; swapping the claims swaps left and right.

    Parameters
    ----------
    left_words, right_words
        All content words of either side.
    left_compared, right_compared
        Those of them that can be compared with the other language: all within one language.
    left_cover, right_cover
        Share of one side's content words that the other side has too.
    topic
        The same, of the smaller side, over words that no date, number, place or person covers: what is said,
        apart from who, where and when.
    core
        The same again, without asides ("since the war began"): what each side mainly says.
    part
        Of claims of several conjuncts, the highest that ``topic`` and ``core`` reach together for any one conjunct of
        either side: what one conjunct shares with the other claim is no less shared for what stands beside it.
    copy
        Similarity of the two word sequences after folding; 1 for the same words in the same order, 0 across languages.
    is_comparable
        False when too few words can be compared, as between two languages without shared concepts.
    is_same_language
        Whether both are in one language.
    """

    left_words: tuple[Word, ...]
    right_words: tuple[Word, ...]
    left_compared: tuple[Word, ...]
    right_compared: tuple[Word, ...]
    left_cover: float
    right_cover: float
    topic: float
    core: float
    part: float
    copy: float
    is_comparable: bool
    is_same_language: bool

    @property
    def dice(self) -> float:
        """Shared content words over the mean length of both sides."""
        total = self.left_cover + self.right_cover
        return 2 * self.left_cover * self.right_cover / total if total else 0.0

    @property
    def containment(self) -> float:
        """The larger of the two covers: 1 when one side has every word of the other."""
        return max(self.left_cover, self.right_cover)


def measure_overlap(left: Claim, right: Claim, settings: Settings) -> Overlap:
    """The overlap of two claims of any languages.

    Between two languages only words under a shared concept, and numbers, are
    compared; the rest says nothing either way.
    """
    left_words, right_words = read_words(left, settings), read_words(right, settings)
    same_language = is_same_language(left.language, right.language)
    compared_left, compared_right = (tuple(w for w in words if same_language or w.is_shared_form) for words in (left_words, right_words))
    telling_left, telling_right = _leave_out_empty(compared_left), _leave_out_empty(compared_right)
    return Overlap(
        left_words=left_words,
        right_words=right_words,
        left_compared=compared_left,
        right_compared=compared_right,
        left_cover=_cover(telling_left, telling_right),
        right_cover=_cover(telling_right, telling_left),
        topic=_topic(compared_left, compared_right),
        core=_core(compared_left, compared_right),
        part=max(_share_part(left, compared_left, compared_right), _share_part(right, compared_right, compared_left)),
        copy=_copy_score(left, right) if same_language else 0.0,
        is_same_language=same_language,
        is_comparable=same_language or min(len(compared_left), len(compared_right)) >= settings.min_shared_concepts,
    )


def _leave_out_empty(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without the verbs that only say that something takes place; these too where there are no others."""
    return tuple(w for w in words if w.key != TAKE_PLACE) or words


def leave_out(words: tuple[Word, ...], spans: Iterable[Span]) -> tuple[Word, ...]:
    """The words that lie in none of the spans."""
    held = tuple(spans)
    return tuple(word for word in words if not any(covers(span, word.span) for span in held))


def cover_smaller(left: tuple[Word, ...], right: tuple[Word, ...]) -> float:
    """Share of the shorter side's words that the other has; a side of one word counts as two, since one word proves little."""
    shared = Counter(w.key for w in left) & Counter(w.key for w in right)
    return shared.total() / max(2, min(len(left), len(right)))


def _cover(words: tuple[Word, ...], others: tuple[Word, ...]) -> float:
    if not words or not others:
        return 0.0
    shared = Counter(w.key for w in words) & Counter(w.key for w in others)
    return shared.total() / len(words)


def _topic(left: tuple[Word, ...], right: tuple[Word, ...]) -> float:
    return cover_smaller(tuple(w for w in left if not w.is_typed), tuple(w for w in right if not w.is_typed))


def _core(left: tuple[Word, ...], right: tuple[Word, ...]) -> float:
    return _topic(*(tuple(w for w in words if not w.is_background) or words for words in (left, right)))


def _share_part(claim: Claim, words: tuple[Word, ...], others: tuple[Word, ...]) -> float:
    """What the conjunct of a claim that shares most with the other claim shares with it; 0 of a claim of one statement."""
    parts = (tuple(word for word in words if covers(part, word.span)) for part in claim.parts)
    return max((min(_topic(part, others), _core(part, others)) for part in parts), default=0.0)


def _copy_score(left: Claim, right: Claim) -> float:
    sequences = ([t.folded for t in tokenize(claim.text) if t.is_word] for claim in (left, right))
    return float(Indel.normalized_similarity(*sequences))
