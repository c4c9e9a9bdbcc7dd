"""The kinds that fields of records name: of speech and sources, of facets and differences, of verdicts."""

from __future__ import annotations

from enum import StrEnum


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
