"""Findings and claims as pandas frames. pandas is imported only when a frame is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, assert_never

from claimcmp.records import (
    Actor,
    Claim,
    ClaimGroup,
    Difference,
    Facet,
    Finding,
    Modality,
    Pair,
    Place,
    Polarity,
    Quantity,
    Quotation,
    Relation,
    Side,
    Source,
    Span,
    Verdict,
    When,
)
from claimcmp.verdicts.audit import QuotePair, audit_quotations, cut_claim

if TYPE_CHECKING:
    import pandas as pd

FINDING_COLUMNS = (
    "verdict", "left_outlet", "right_outlet", "left_text", "right_text", "left_speaker", "right_speaker", "left_via", "right_via",
    "adds", "between", "differs_in", "conflicts_in", "differences", "confidence", "score", "shared_copy", "independent_sources", "update",
    "reasons", "rule", "left_id", "right_id", "left_article", "right_article", "left_start", "left_end", "right_start", "right_end",
)  # fmt: skip
"""Columns of :func:`findings_frame`, in order."""

CLAIM_COLUMNS = (
    "id", "article_id", "outlet", "language", "sentence", "start", "end", "text", "speaker", "speaker_canonical", "speaker_kind",
    "speaker_role", "unnamed_because", "via", "mode", "sense", "cue", "inherited", "dates", "numbers", "places", "actors", "negated",
    "certainty", "event",
)  # fmt: skip
"""Columns of :func:`claims_frame`, in order."""

QUOTE_COLUMNS = (
    "relation", "left_outlet", "right_outlet", "left_speaker", "right_speaker", "left_text", "right_text", "changes", "verdict",
    "left_id", "right_id", "left_start", "left_end", "right_start", "right_end",
)  # fmt: skip
"""Columns of :func:`quotes_frame`, in order."""


def name_outlet(claim: Claim) -> str:
    """The outlet of a claim, or its article's id where no outlet is given."""
    return claim.outlet or claim.article_id


def name_speaker(claim: Claim) -> str | None:
    """The resolved name of who said it; None when the outlet narrates."""
    speaker = claim.attribution.speaker
    return None if speaker is None else speaker.canonical or speaker.name


def describe_via(sources: Sequence[Source]) -> str:
    """The relays, outermost first, joined by ``" > "``.

    Examples
    --------
    >>> span = Span(start=0, end=1)
    >>> describe_via([Source(name="TASS", canonical="TASS", kind="organisation", span=span)])
    'TASS'
    """
    return " > ".join(source.canonical or source.name for source in sources)


def describe_facet(facet: Facet | Span | None) -> str:
    """One facet in language-neutral words: ISO dates, digits, names.

    Examples
    --------
    >>> from datetime import date
    >>> span = Span(start=0, end=1)
    >>> describe_facet(When(first=date(2022, 11, 14), last=date(2022, 11, 14), precision="day", span=span))
    '2022-11-14'
    >>> describe_facet(Quantity(low=12, high=None, of="people", span=span))
    '12.. people'
    """
    match facet:
        case None | Span():
            return ""
        case When():
            return _describe_range(*(None if day is None else day.isoformat() for day in (facet.first, facet.last)))
        case Quantity():
            return _describe_quantity(facet)
        case Place() | Actor():
            return facet.name
        case Polarity():
            return f"{'-' if facet.negated else '+'}{facet.cue or ''}"
        case Modality():
            return str(facet.certainty) if facet.cue is None else f"{facet.certainty} ({facet.cue})"
        case Quotation():
            return facet.text
    assert_never(facet)


def findings_frame(findings: Sequence[Finding]) -> pd.DataFrame:
    """A frame of one row a finding, columns :data:`FINDING_COLUMNS`, in the order given.

    ``differs_in`` and ``conflicts_in`` name the facets, joined by ", ";
    ``differences`` spells them out; offsets are code points of the articles.
    """
    import pandas as pd

    return pd.DataFrame([_finding_row(finding) for finding in findings], columns=list(FINDING_COLUMNS))


def claims_frame(claims: Sequence[Claim], event_of: Mapping[str, str] | None = None) -> pd.DataFrame:
    """A frame of one row a claim, columns :data:`CLAIM_COLUMNS`, in the order given.

    Facets of one kind are joined by "; "; dates are ISO intervals
    (``2022-11-01..2022-11-30``). ``event_of`` gives event labels by claim id.
    """
    import pandas as pd

    events = event_of or {}
    return pd.DataFrame([{**_claim_row(claim), "event": events.get(claim.id)} for claim in claims], columns=list(CLAIM_COLUMNS))


def quotes_frame(findings: Sequence[Finding], claims: Sequence[Claim]) -> pd.DataFrame:
    """A frame of one row a pair of quotations, columns :data:`QUOTE_COLUMNS`; then those that only one outlet gives.

    ``relation`` is ``"same words"``, ``"other words"``, ``"other boundaries"``,
    ``"translated"``, ``"paraphrased"`` (the side without marks then shows the
    words of its claim) or ``"only here"``. ``changes`` holds the words that
    differ, left and right of a slash, one change after the other; offsets are
    code points of the articles. Only findings that agree or conflict count.
    """
    import pandas as pd

    return pd.DataFrame([_quote_row(pair) for pair in audit_quotations(findings, claims)], columns=list(QUOTE_COLUMNS))


def points_frame(groups: Sequence[ClaimGroup], outlets: Sequence[str]) -> pd.DataFrame:
    """A frame of one row a point, one column an outlet: what each says on it.

    The index has three levels: the number of the point (from 1), its status
    (``"agreement"``, or ``"conflict"`` where there are several positions) and
    the position (``"A"``, ``"B"``, ...). A cell holds the outlet's words, or
    is empty where the outlet is silent on the point.
    """
    import pandas as pd

    rows: list[dict[str, str]] = []
    index: list[tuple[int, str, str]] = []
    for number, group in enumerate(groups, start=1):
        by_id = {claim.id: claim for claim in group.claims}
        status = Verdict.CONFLICT if len(group.positions) > 1 else Verdict.AGREEMENT
        for order, position in enumerate(group.positions):
            said: dict[str, list[str]] = {}
            for claim_id in position:
                said.setdefault(name_outlet(by_id[claim_id]), []).append(by_id[claim_id].text)
            rows.append({outlet: " | ".join(texts) for outlet, texts in said.items()})
            index.append((number, str(status), name_position(order)))
    levels = pd.MultiIndex.from_tuples(index, names=["point", "status", "position"])
    return pd.DataFrame(rows, index=levels, columns=list(outlets)).fillna("")


def outlets_frame(findings: Sequence[Finding], outlets: Sequence[str]) -> pd.DataFrame:
    """A frame of how many findings two outlets share, by verdict.

    Rows are (verdict, outlet), columns outlets: ``frame.loc["conflict"]`` is
    a symmetric square. The diagonal counts findings inside one outlet.
    """
    import pandas as pd

    verdicts = (Verdict.AGREEMENT, Verdict.CONFLICT, Verdict.UNCLEAR)
    counts: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        left, right = name_outlet(finding.pair.left), name_outlet(finding.pair.right)
        counts.update({(str(finding.verdict), *sides) for sides in ((left, right), (right, left))})
    index = pd.MultiIndex.from_product([[str(v) for v in verdicts], list(outlets)], names=["verdict", "outlet"])
    table = [[counts[verdict, row, column] for column in outlets] for verdict, row in index]
    return pd.DataFrame(table, index=index, columns=list(outlets), dtype="int64")


def name_position(order: int) -> str:
    """The letter of a position: 0 is "A", 25 "Z", 26 "AA".

    Examples
    --------
    >>> name_position(0), name_position(27)
    ('A', 'AB')
    """
    letters = ""
    order += 1
    while order > 0:
        order, rest = divmod(order - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _finding_row(finding: Finding) -> dict[str, object]:
    row: dict[str, object] = {
        "verdict": str(finding.verdict),
        "adds": str(finding.adds),
        "between": None if finding.between is None else str(finding.between),
        "differs_in": _name_facets(d for d in finding.differences if d.relation is not Relation.SAME),
        "conflicts_in": _name_facets(d for d in finding.differences if d.relation is Relation.CONFLICTING),
        "differences": "; ".join(_describe_difference(difference, finding.pair) for difference in finding.differences),
        "confidence": finding.confidence,
        "score": finding.pair.score,
        "shared_copy": finding.shared_copy,
        "independent_sources": finding.independent_sources,
        "update": None if finding.update is None else str(finding.update),
        "reasons": " ".join(map(str, finding.reasons)),
        "rule": finding.rule,
    }
    for side, claim in ((Side.LEFT, finding.pair.left), (Side.RIGHT, finding.pair.right)):
        values = {
            "outlet": name_outlet(claim), "text": claim.text, "speaker": name_speaker(claim), "via": describe_via(claim.attribution.via),
            "id": claim.id, "article": claim.article_id, "start": claim.span.start, "end": claim.span.end,
        }  # fmt: skip
        row |= {f"{side}_{name}": value for name, value in values.items()}
    return row


def _quote_row(pair: QuotePair) -> dict[str, object]:
    row: dict[str, object] = {
        "relation": str(pair.relation),
        "changes": "; ".join(" / ".join(texts) for texts in pair.changed_texts),
        "verdict": None if pair.verdict is None else str(pair.verdict),
    }
    for side, claim, text, span in (
        (Side.LEFT, pair.left, pair.left_text, pair.left_span),
        (Side.RIGHT, pair.right, pair.right_text, pair.right_span),
    ):
        if claim is not None and span is not None:
            values = {"outlet": name_outlet(claim), "speaker": name_speaker(claim), "text": text, "id": claim.id}
            row |= {f"{side}_{name}": value for name, value in {**values, "start": span.start, "end": span.end}.items()}
    return row


def _claim_row(claim: Claim) -> dict[str, object]:
    said, speaker = claim.attribution, claim.attribution.speaker
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "outlet": name_outlet(claim),
        "language": claim.language,
        "sentence": claim.sentence,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "speaker": None if speaker is None else speaker.name,
        "speaker_canonical": name_speaker(claim),
        "speaker_kind": None if speaker is None else str(speaker.kind),
        "speaker_role": None if speaker is None else speaker.role,
        "unnamed_because": None if speaker is None else speaker.reason,
        "via": describe_via(said.via),
        "mode": str(said.mode),
        "sense": str(said.sense),
        "cue": said.cue,
        "inherited": said.inherited,
        "dates": _join(claim.facets, When),
        "numbers": _join(claim.facets, Quantity),
        "places": _join(claim.facets, Place),
        "actors": _join(claim.facets, Actor),
        "negated": any(isinstance(facet, Polarity) and facet.negated for facet in claim.facets),
        "certainty": _join(claim.facets, Modality),
    }


def _join(facets: Iterable[Facet], kind: type[Facet]) -> str:
    """The facets of one kind that the claim itself states; what it only points back to is left out."""
    written = (facet for facet in facets if isinstance(facet, kind) and not getattr(facet, "inferred", False))
    return "; ".join(dict.fromkeys(describe_facet(facet) for facet in written))


def _name_facets(differences: Iterable[Difference]) -> str:
    return ", ".join(dict.fromkeys(str(difference.facet) for difference in differences))


def _describe_difference(difference: Difference, pair: Pair) -> str:
    sides = ((pair.left, difference.left), (pair.right, difference.right))
    texts = (cut_claim(claim, value) if isinstance(value, Span) else describe_facet(value) for claim, value in sides)
    told = " / ".join(text for text in texts if text)
    return f"{difference.facet} {difference.relation}" + (f" ({told})" if told else "")


def _describe_range(low: str | None, high: str | None) -> str:
    return (low or "") if low == high else f"{low or ''}..{high or ''}"


def _describe_quantity(quantity: Quantity) -> str:
    low, high = (None if end is None else f"{end:.15g}" for end in (quantity.low, quantity.high))
    words = (("~" if quantity.approximate else "") + _describe_range(low, high), quantity.unit, quantity.of)
    return " ".join(word for word in words if word)
