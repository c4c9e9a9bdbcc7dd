"""Frozen records of claimcmp: articles, claims, facets, pairs, findings.

Nothing but data: a record checks its own fields and computes nothing else.
Offsets are Python code points into ``Article.text``, half-open, everywhere.
Change a record with ``attrs.evolve``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

import attrs
from attrs import field, validators

from claimcmp.detection import detect_language
from claimcmp.errors import InvalidRecordError
from claimcmp.messages import render_message

K = TypeVar("K")
V = TypeVar("V")


class FrozenMapping(Mapping[K, V]):
    """A read-only, hashable, picklable mapping that keeps its order."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        self._items: dict[K, V] = dict(items)

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and self._items == dict(other)

    def __repr__(self) -> str:
        return repr(self._items)


class Mode(StrEnum):
    """How a content is given: in quotation marks, in paraphrase, or by the outlet itself."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATED = "narrated"


class Sense(StrEnum):
    """What the reporting verb does with its content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ASKS = "asks"
    CALLS_FOR = "calls_for"
    PROMISES = "promises"
    WARNS = "warns"
    ACCUSES = "accuses"


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    OUTLET = "outlet"


class Precision(StrEnum):
    """The unit in which a date was stated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


class Certainty(StrEnum):
    """How far a claim is stated to be real."""

    DONE = "done"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DEMANDED = "demanded"


class FacetName(StrEnum):
    """What two claims can differ in."""

    DATE = "date"
    NUMBER = "number"
    PLACE = "place"
    PERSON = "person"
    SOURCE = "source"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    PREDICATE = "predicate"
    QUOTATION = "quotation"
    WORDING = "wording"


class Relation(StrEnum):
    """How the left side of a difference stands to the right side."""

    SAME = "same"
    COMPATIBLE = "compatible"
    LEFT_MORE_PRECISE = "left_more_precise"
    RIGHT_MORE_PRECISE = "right_more_precise"
    LEFT_ONLY = "left_only"
    RIGHT_ONLY = "right_only"
    CONFLICTING = "conflicting"


class Verdict(StrEnum):
    """What a pair of claims comes to."""

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    UNCLEAR = "unclear"
    UNRELATED = "unrelated"


class Side(StrEnum):
    """Which side adds detail, or holds the later figure."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Between(StrEnum):
    """Who contradicts whom in a conflict."""

    OUTLETS = "outlets"
    SPEAKERS = "speakers"


def _parse_published(value: object) -> date | datetime | None:
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip()) if len(value.strip()) <= 10 else datetime.fromisoformat(value.strip())
        except ValueError:
            pass
    raise InvalidRecordError(f"published={value!r} is not a date, a datetime or an ISO-8601 string such as '2022-11-14'")


def _check_text(instance: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        raise InvalidRecordError(f"{attribute.name}={value!r} must be a str, not {type(value).__name__}")


def _check_optional_text(instance: object, attribute: attrs.Attribute[str | None], value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise InvalidRecordError(f"{attribute.name}={value!r} must be a str or None, not {type(value).__name__}")


def _check_unit_interval(instance: object, attribute: attrs.Attribute[float], value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise InvalidRecordError(f"{attribute.name}={value!r} must lie in [0, 1]")


def _replace_none(text: str | None) -> str:
    return "" if text is None else text


def _freeze_texts(items: Mapping[str, str]) -> FrozenMapping[str, str]:
    return FrozenMapping(items)


def _freeze_numbers(items: Mapping[str, float]) -> FrozenMapping[str, float]:
    return FrozenMapping(items)


def _freeze_claims(items: Mapping[str, tuple[Claim, ...]]) -> FrozenMapping[str, tuple[Claim, ...]]:
    return FrozenMapping(items)


def _strip_mark(text: object) -> object:
    return text.lstrip("\ufeff") if isinstance(text, str) else text


@attrs.frozen(kw_only=True, order=True)
class Span:
    """Half-open range of code points: ``text[start:end]``."""

    start: int = field(validator=validators.instance_of(int))
    end: int = field(validator=validators.instance_of(int))

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidRecordError(f"Span(start={self.start}, end={self.end}) must satisfy 0 <= start <= end")


@attrs.frozen(kw_only=True)
class Article:
    """One text of one outlet, as read.

    Parameters
    ----------
    text
        The text, newlines untouched. A leading byte-order mark is removed.
    outlet
        Who published it. Articles without an outlet count as separate outlets.
    id
        Default: a hash of outlet, publication date, title and text.
    published
        ``date``, ``datetime``, ISO-8601 string or None. Relative dates
        ("Monday", «الماضي») are resolved against it.
    language
        BCP 47 code; detected offline when None.

    Raises
    ------
    InvalidRecordError
        If a field has the wrong type or ``published`` is no date.
    """

    text: str = field(converter=_strip_mark, validator=_check_text)
    outlet: str | None = field(default=None, validator=_check_optional_text)
    title: str | None = field(default=None, validator=_check_optional_text)
    published: date | datetime | None = field(default=None, converter=_parse_published)
    language: str = field(default=None, converter=_replace_none, validator=_check_text)
    url: str | None = field(default=None, validator=_check_optional_text)
    id: str = field(default=None, converter=_replace_none, validator=_check_text)

    def __attrs_post_init__(self) -> None:
        if not self.language:
            object.__setattr__(self, "language", detect_language(self.text))
        if not self.id:
            object.__setattr__(self, "id", _hash_article(self))


def _hash_article(article: Article) -> str:
    parts = (article.outlet, article.published and article.published.isoformat(), article.title, article.text)
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        digest.update((part or "").encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


@attrs.frozen(kw_only=True)
class Source:
    """Who said something.

    Parameters
    ----------
    name
        The mention verbatim; for a subject left out, its antecedent.
    span
        Where that mention stands.
    canonical
        The resolved name within the article.
    role
        Title or office, as written.
    reason
        Why the source is unnamed, as written.
    confidence
        How surely ``canonical`` is who the mention means, in [0, 1]: 1 for a
        source named as such, less for a surname, for "the official" and for a
        pronoun, 0 where it stays open whom such a mention means.
    """

    name: str
    span: Span
    canonical: str
    kind: SourceKind = field(converter=SourceKind)
    role: str | None = None
    reason: str | None = None
    confidence: float = field(default=1.0, validator=_check_unit_interval)


@attrs.frozen(kw_only=True)
class Attribution:
    """On whose word a claim stands.

    Parameters
    ----------
    speaker
        None when the outlet narrates.
    via
        Relays, outermost first, without the outlet itself.
    cue, cue_span
        The reporting word; None when narrated or when no word reports.
    inherited
        Whether the speaker is carried over from an earlier sentence.
    """

    speaker: Source | None = None
    via: tuple[Source, ...] = ()
    mode: Mode = field(default=Mode.NARRATED, converter=Mode)
    sense: Sense = field(default=Sense.ASSERTS, converter=Sense)
    cue: str | None = None
    cue_span: Span | None = None
    inherited: bool = False


@attrs.frozen(kw_only=True)
class When:
    """A time as a closed interval of days; None leaves that end open.

    ``inferred`` is True where the words at ``span`` do not state it but point
    back to where the article does ("the meeting", "at the time").
    """

    first: date | None
    last: date | None
    precision: Precision = field(converter=Precision)
    span: Span
    inferred: bool = False

    def __attrs_post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise InvalidRecordError(f"When(first={self.first}, last={self.last}) must satisfy first <= last")


@attrs.frozen(kw_only=True)
class Quantity:
    """A number or range: ``low`` None is "at most", ``high`` None "at least".

    Parameters
    ----------
    unit
        Unit of measure or currency code (``"percent"``, ``"USD"``, ``"km"``), None for a plain count.
    of
        What is counted, as written; None when not told.
    """

    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    approximate: bool = False
    span: Span


@attrs.frozen(kw_only=True)
class Place:
    """A place; ``key`` identifies it across languages, ``within`` holds the keys that contain it.

    ``inferred`` is True where the words at ``span`` only point back to it
    ("there", "the meeting"); ``name`` is then as the article first has it.
    """

    name: str
    key: str
    within: tuple[str, ...] = ()
    span: Span
    inferred: bool = False


@attrs.frozen(kw_only=True)
class Actor:
    """A person or body; ``key`` identifies it across spellings and scripts.

    ``inferred`` is True where a pronoun, or a verb whose subject is left out,
    points back to them; ``name`` is then the pronoun as written, or the
    speaker's name where none is written.
    """

    name: str
    key: str
    role: str | None = None
    span: Span
    inferred: bool = False


@attrs.frozen(kw_only=True)
class Polarity:
    """Whether the claim is negated or denied, and by which word."""

    negated: bool
    cue: str | None = None
    span: Span


@attrs.frozen(kw_only=True)
class Modality:
    """How far the claim is stated to be real, and by which word."""

    certainty: Certainty = field(converter=Certainty)
    cue: str | None = None
    span: Span


@attrs.frozen(kw_only=True)
class Quotation:
    """Words inside quotation marks that are speech (not a name or a scare quote)."""

    text: str
    span: Span


Facet = When | Quantity | Place | Actor | Polarity | Modality | Quotation


@attrs.frozen(kw_only=True)
class Passage:
    """Words of an article, verbatim, and where they stand."""

    span: Span
    text: str


@attrs.frozen(kw_only=True)
class Claim:
    """One statement and on whose word it stands.

    Parameters
    ----------
    text
        Verbatim: ``article.text[span.start:span.end]``.
    sentence
        Index of the sentence in the article, from 0.
    facets
        By position.
    parts
        Conjuncts that stand alone; empty when the claim is one statement.
    published
        When its article was published: which of two figures of a running count is the later one.
    agencies
        Keys of the news agencies whose copy the article says it carries, at a dateline or in a credit line.
    beside
        The words of its sentence that belong to no claim: "the minister, 61, said on Friday".
    around
        The other claims of its sentence, and the sentences of its paragraph up to two before and two behind it.
    """

    id: str
    article_id: str
    outlet: str | None = None
    language: str
    sentence: int
    span: Span
    text: str
    attribution: Attribution = field(factory=Attribution)
    facets: tuple[Facet, ...] = ()
    parts: tuple[Span, ...] = ()
    published: date | datetime | None = field(default=None, converter=_parse_published)
    agencies: tuple[str, ...] = ()
    beside: tuple[Passage, ...] = ()
    around: tuple[Passage, ...] = ()


@attrs.frozen(kw_only=True)
class Event:
    """What several claims tell of."""

    id: str
    label: str
    when: When | None = None
    where: Place | None = None
    who: tuple[Actor, ...] = ()
    claim_ids: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ClaimGroup:
    """Claims of two or more outlets on one point.

    ``positions`` holds claim ids: each position agrees inside and conflicts
    with the others; one position means that all agree. ``independent_sources``
    counts who stands behind all of it: outlets with one agency's copy, or with
    one speaker's word, are one; 0 before verdicts exist.
    """

    claims: tuple[Claim, ...]
    positions: tuple[tuple[str, ...], ...] = ()
    independent_sources: int = 0


@attrs.frozen(kw_only=True)
class Pair:
    """Two claims about the same point; ``left`` comes from the article given earlier.

    Parameters
    ----------
    score
        How surely both speak of the same point, in [0, 1].
    contributions
        What each signal added to the score, by signal name.
    left_unmet, right_unmet
        In texts that run in parallel, as translations do: claims next to it that meet none of the other text by themselves.
        What they say may stand in the counterpart, so that dates and numbers are compared with them.
    """

    left: Claim
    right: Claim
    score: float = field(validator=_check_unit_interval)
    contributions: FrozenMapping[str, float] = field(factory=FrozenMapping, converter=_freeze_numbers)
    left_unmet: tuple[Passage, ...] = ()
    right_unmet: tuple[Passage, ...] = ()


@attrs.frozen(kw_only=True)
class Difference:
    """How two claims stand to each other in one facet.

    ``left`` and ``right`` are the facets compared, or the spans where no typed
    facet exists; None on the side that has none.
    """

    facet: FacetName = field(converter=FacetName)
    relation: Relation = field(converter=Relation)
    left: Facet | Span | None = None
    right: Facet | Span | None = None
    note: str = ""


@attrs.frozen(kw_only=True)
class Reason:
    """One sentence that says why; ``str()`` gives it in English."""

    key: str
    parameters: FrozenMapping[str, str] = field(factory=FrozenMapping, converter=_freeze_texts)

    def render(self, language: str = "en") -> str:
        """The reason in an interface language (``"en"``, ``"ar"``).

        Where outlets have no names that tell the sides apart, they are "the
        first report" and "the second report".

        Raises
        ------
        LanguageDataError
            If there is no such interface language.
        """
        sides = {f"{side}_outlet": render_message(f"side_{side}", {}, language) for side in (Side.LEFT, Side.RIGHT)}
        return render_message(self.key, {**sides, **self.parameters}, language)

    def __str__(self) -> str:
        return self.render("en")


@attrs.frozen(kw_only=True)
class Probabilities:
    """What a trained model holds of "the first text is true, so the second is ...": three numbers in [0, 1] that sum to 1."""

    entailment: float = field(validator=_check_unit_interval)
    neutral: float = field(validator=_check_unit_interval)
    contradiction: float = field(validator=_check_unit_interval)


@attrs.frozen(kw_only=True)
class Entailment:
    """Trained evidence in both directions: ``forward`` from left to right, ``backward`` from right to left."""

    forward: Probabilities
    backward: Probabilities

    @property
    def entailment(self) -> float:
        """The stronger of the two entailments: one statement that follows from the other is enough."""
        return max(self.forward.entailment, self.backward.entailment)

    @property
    def contradiction(self) -> float:
        """The weaker of the two contradictions: a true one holds in both directions."""
        return min(self.forward.contradiction, self.backward.contradiction)


@attrs.frozen(kw_only=True)
class Finding:
    """A pair, its differences and the verdict.

    Parameters
    ----------
    pair
        What the verdict is on: two claims, or, of a finding on parts, a part of each with its own span, text and facets.
    adds
        Which side adds detail.
    confidence
        In [0, 1].
    between
        Who contradicts whom; None unless the verdict is ``conflict``.
    shared_copy
        Both sides carry the same agency's words.
    independent_sources
        How many independent sources carry the point; shared copy counts once.
    update
        Which side is the later figure of a running count, or reports what the other denies for the moment only ("not yet").
    rule
        Key of the rule that decided.
    evidence
        What a trained model holds of the two texts; None if none was asked.
    whole
        Of a finding on parts, the pair that was parted; None where ``pair`` is that pair.
    """

    pair: Pair
    verdict: Verdict = field(converter=Verdict)
    adds: Side = field(default=Side.NONE, converter=Side)
    differences: tuple[Difference, ...] = ()
    confidence: float = field(validator=_check_unit_interval)
    between: Between | None = field(default=None, converter=attrs.converters.optional(Between))
    shared_copy: bool = False
    independent_sources: int = 2
    update: Side | None = field(default=None, converter=attrs.converters.optional(Side))
    reasons: tuple[Reason, ...] = ()
    rule: str
    evidence: Entailment | None = None
    whole: Pair | None = None

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The two claims of the result that it is on, left and right: those of the pair, or those of which the pair holds parts."""
        pair = self.whole or self.pair
        return pair.left, pair.right


@attrs.frozen(kw_only=True)
class Skipped:
    """An input or a part of one that could not be used, and why."""

    name: str
    reason: Reason


@attrs.frozen(kw_only=True)
class Alignment:
    """Which claims speak of the same point, before any verdict.

    Parameters
    ----------
    claims
        All claims, in the order given.
    pairs
        Best first; one claim may stand in several.
    groups
        Claims connected by pairs; ``positions`` is empty until verdicts exist.
    unmatched
        Claims without a pair, by outlet (or article id where there is none).
    candidates
        Pairs scored at least ``Settings.min_candidate_score``, best first; ``pairs`` are those selected among them.
    """

    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    events: tuple[Event, ...] = ()
    groups: tuple[ClaimGroup, ...] = ()
    unmatched: FrozenMapping[str, tuple[Claim, ...]] = field(factory=FrozenMapping, converter=_freeze_claims)
    candidates: tuple[Pair, ...] = ()
