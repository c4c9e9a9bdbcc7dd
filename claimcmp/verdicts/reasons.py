"""Why a verdict was reached, in sentences that name the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from claimcmp.messages import render_message
from claimcmp.records import Claim, Difference, Facet, FacetName, Pair, Precision, Reason, Relation, Side, Source, Span, When
from claimcmp.text.passages import read_span
from claimcmp.verdicts.beside import is_beside_claim
from claimcmp.verdicts.clocks import tells_clocks
from claimcmp.verdicts.evidence import CHECKABLE, Evidence
from claimcmp.verdicts.exchanged import EXCHANGED

INTERFACE_LANGUAGES = ("en", "ar")
"""Languages with a message file; a date is given to each message in all of them."""

Builder = Callable[[Evidence, FacetName | None], Iterable[Reason]]


def build_reasons(names: tuple[str, ...], evidence: Evidence, ground: FacetName | None) -> tuple[Reason, ...]:
    """The reasons of a rule, in its order.

    Parameters
    ----------
    names
        Keys of the builders below, as the rule table names them.
    ground
        The facet on which a conflict rests.
    """
    return tuple(reason for name in names for reason in _BUILDERS[name](evidence, ground))


def name_date(when: When, language: str) -> str:
    """A date interval in words of an interface language.

    Examples
    --------
    >>> from datetime import date
    >>> day = When(first=date(2022, 11, 14), last=date(2022, 11, 14), precision="day", span=Span(start=0, end=3))
    >>> name_date(day, "en"), name_date(day, "ar")
    ('14 November 2022', '14 نوفمبر 2022')
    """
    first, last = when.first, when.last
    if first is not None and first == last:
        return f"{first.day} {_name_month(first, language)}"
    if when.precision is Precision.MONTH and first is not None:
        return _name_month(first, language)
    if when.precision is Precision.YEAR and first is not None:
        return str(first.year)
    ends = [f"{day.day} {_name_month(day, language)}" if day is not None else "…" for day in (first, last)]
    return f"{ends[0]} – {ends[1]}"


def _name_month(day: date, language: str) -> str:
    return f"{render_message(f'month_{day.month}', {}, language)} {day.year}"


def _explain_ground(evidence: Evidence, ground: FacetName | None) -> Iterable[Reason]:
    conflicts = [d for d in evidence.differences if d.facet is ground and d.relation is Relation.CONFLICTING]
    for difference in conflicts[:2]:
        yield _contrast(_name_ground(difference, evidence.pair), evidence, difference)
    if not conflicts:
        yield _reason("conflict_predicate")


def _name_ground(difference: Difference, pair: Pair) -> str:
    """The key of the reason that tells of a conflict's ground."""
    if difference.facet is FacetName.DATE and not isinstance(difference.left, When):
        return "conflict_open_date"
    if difference.note.startswith(EXCHANGED):
        return "conflict_roles"
    return "conflict_beside" if is_beside_claim(difference, pair) else f"conflict_{difference.facet}"


def _explain_speakers(evidence: Evidence, ground: FacetName | None) -> Iterable[Reason]:
    left, right = evidence.pair.left.attribution.speaker, evidence.pair.right.attribution.speaker
    if left is not None and evidence.is_same_speaker:
        yield _reason("same_speaker", source=_name(left))
    elif left is not None and right is not None:
        yield _reason("conflict_speakers", left=_name(left), right=_name(right), **name_outlets(evidence.pair))


def _explain_facets(evidence: Evidence, ground: FacetName | None) -> Iterable[Reason]:
    """One reason a checkable facet: equal, or more precise on one side."""
    for facet in CHECKABLE:
        for relation, key in (
            (Relation.SAME, "same"),
            (Relation.LEFT_MORE_PRECISE, "left_precise"),
            (Relation.RIGHT_MORE_PRECISE, "right_precise"),
        ):
            for difference in evidence.of(facet, relation)[:1]:
                yield _contrast("clock_same" if tells_clocks(difference) else f"{facet}_{key}", evidence, difference)


def _explain_certainty(evidence: Evidence, ground: FacetName | None) -> Iterable[Reason]:
    """What one side gives as planned, possible or demanded, and the other as done."""
    for relation, key in ((Relation.LEFT_ONLY, "left_unreal"), (Relation.RIGHT_ONLY, "right_unreal"), (Relation.COMPATIBLE, "differs")):
        for difference in evidence.of(FacetName.CERTAINTY, relation)[:1]:
            yield _contrast(f"certainty_{key}", evidence, difference)


def _explain_source(evidence: Evidence, ground: FacetName | None) -> Iterable[Reason]:
    left, right = evidence.pair.left.attribution.speaker, evidence.pair.right.attribution.speaker
    if evidence.is_shared_copy:
        yield _reason("shared_copy")
    if left is None and right is None:
        return
    if left is None or right is None:
        source = left or right
        key = "left_attributes" if left is not None else "right_attributes"
        yield _reason(key, source=_name(source) if source else "", **name_outlets(evidence.pair))
    elif evidence.is_same_speaker:
        yield _reason("same_speaker", source=_name(left))
    else:
        key = "maybe_same_speaker" if evidence.is_maybe_same_speaker else "two_speakers"
        yield _reason(key, left=_name(left), right=_name(right), **name_outlets(evidence.pair))


def _explain_detail(evidence: Evidence, ground: FacetName | None) -> Iterable[Reason]:
    if evidence.adds is not Side.NONE:
        yield _reason(f"adds_{evidence.adds}", **name_outlets(evidence.pair))


def _explain_other_event(evidence: Evidence, ground: FacetName | None) -> Iterable[Reason]:
    conflicts = (d for d in evidence.differences if d.relation is Relation.CONFLICTING)
    yield _contrast("other_event", evidence, next(iter(evidence.open_conflicts), None) or next(conflicts))


def _explain_contained(evidence: Evidence, ground: FacetName | None) -> Iterable[Reason]:
    """All, where no word of the shorter side is missing on the other; else nearly all."""
    yield _reason("contained" if evidence.overlap.containment == 1.0 else "nearly_contained")


def name_outlets(pair: Pair) -> dict[str, str]:
    """The names of both outlets as parameters of a reason; none where they do not tell the sides apart."""
    left, right = pair.left.outlet, pair.right.outlet
    return {"left_outlet": left, "right_outlet": right} if left and right and left != right else {}


def _reason(key: str, **parameters: str) -> Reason:
    return Reason(key=f"verdict_{key}", parameters=dict(sorted(parameters.items())))


def _just(key: str) -> Builder:
    return lambda evidence, ground: (_reason(key),)


_BUILDERS: dict[str, Builder] = {
    "ground": _explain_ground,
    "speakers": _explain_speakers,
    "facets": _explain_facets,
    "certainty": _explain_certainty,
    "source": _explain_source,
    "detail": _explain_detail,
    "untold": _just("untold"),
    "other_event": _explain_other_event,
    "other_happening": _just("other_happening"),
    "exchanged_roles": _just("exchanged_roles"),
    "told_of": _just("told_of"),
    "other_point": _just("other_point"),
    "half_denied": _just("half_denied"),
    "same_words": _just("same_words"),
    "contained": _explain_contained,
    "entailed": _just("entailed"),
    "neutral": _just("neutral"),
    "same_point": _just("same_point"),
    "off_point": _just("off_point"),
    "nothing_said": _just("nothing_said"),
    "no_shared_facet": _just("no_shared_facet"),
    "no_shared_point": _just("no_shared_point"),
}


def _contrast(key: str, evidence: Evidence, difference: Difference) -> Reason:
    """A reason with the words of both sides, and their dates in full where they are dates."""
    parameters: dict[str, str] = {
        **name_outlets(evidence.pair),
        "left": quote_words(evidence.pair.left, difference.left),
        "right": quote_words(evidence.pair.right, difference.right),
    }
    if difference.facet is FacetName.DATE:
        parameters |= _name_dates(difference, parameters)
    return _reason(key, **parameters)


def _name_dates(difference: Difference, quoted: Mapping[str, str]) -> dict[str, str]:
    """The dates of both sides and the narrower one, in each interface language; as written where they could not be resolved."""
    left, right = difference.left, difference.right
    named: dict[str, str] = {}
    for language in INTERFACE_LANGUAGES:
        for side, facet in (("left", left), ("right", right)):
            named[f"{side}_date_{language}"] = name_date(facet, language) if isinstance(facet, When) else quoted[side]
        if isinstance(left, When) and isinstance(right, When):
            named[f"date_{language}"] = name_date(_narrower(left, right), language)
        else:
            named[f"date_{language}"] = min(quoted["left"], quoted["right"]) or max(quoted["left"], quoted["right"])
    return named


def _narrower(one: When, other: When) -> When:
    def days(when: When) -> tuple[float, date, date]:
        first, last = when.first or date.min, when.last or date.max
        return ((last - first).days, first, last)

    return min(one, other, key=days)


def quote_words(claim: Claim, facet: Facet | Span | None) -> str:
    """The words of a facet as the claim or its sentence has them; its name where they stand elsewhere."""
    span = facet if isinstance(facet, Span) or facet is None else facet.span
    return "" if span is None else read_span(claim, span) or str(getattr(facet, "name", ""))


def _name(source: Source) -> str:
    return source.name or source.canonical
