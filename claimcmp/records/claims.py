"""What is read from articles: articles, sources, facets, claims."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

import attrs
from attrs import field, validators

from claimcmp.detection import detect_language
from claimcmp.errors import InvalidRecordError
from claimcmp.records.checks import check_optional_text, check_text, check_unit_interval, parse_published, replace_none, strip_mark
from claimcmp.records.kinds import Certainty, Mode, Precision, Sense, SourceKind


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

    text: str = field(converter=strip_mark, validator=check_text)
    outlet: str | None = field(default=None, validator=check_optional_text)
    title: str | None = field(default=None, validator=check_optional_text)
    published: date | datetime | None = field(default=None, converter=parse_published)
    language: str = field(default=None, converter=replace_none, validator=check_text)
    url: str | None = field(default=None, validator=check_optional_text)
    id: str = field(default=None, converter=replace_none, validator=check_text)

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
    confidence: float = field(default=1.0, validator=check_unit_interval)


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
        Unit of measure or currency code (``"percent"``, ``"USD"``, ``"km"``), ``"score"`` for a result ("3-1": from 1 to 3), None for a plain count; in differences also ``"rank"`` ("her 36th").
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
    published: date | datetime | None = field(default=None, converter=parse_published)
    agencies: tuple[str, ...] = ()
    beside: tuple[Passage, ...] = ()
    around: tuple[Passage, ...] = ()
