"""From a comparison to what a report shows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from claimcmp.frames import describe_facet
from claimcmp.records import Article, Claim, Difference, Event, Facet, FacetName, Finding, Quantity, Side, Span, Verdict, When
from claimcmp.report.explanation import Explanation, explain
from claimcmp.report.marks import Mark, Tone, cut_article, cut_text, find_marks
from claimcmp.report.views import ArticleView, Card, DifferenceRow, EventSection, OutletSection, QuoteView, Result, SideView, Summary
from claimcmp.settings import Settings
from claimcmp.text.passages import read_span
from claimcmp.verdicts.audit import QuotePair, audit_quotations, cut_claim

_TITLE_LENGTH = 48
"""Code points of an article's first line that stand for its name when it has neither outlet nor title."""


def summarise(result: Result) -> Summary:
    """A summary of ``result``: conflicts first, surest first within each verdict."""
    builder = _Builder(result.articles, result.settings)
    ranked = sorted(result.findings, key=lambda finding: -finding.confidence)
    claims_of: dict[str, list[Claim]] = {}
    for claim in result.claims:
        claims_of.setdefault(claim.article_id, []).append(claim)
    by_verdict = {verdict: [finding for finding in ranked if finding.verdict is verdict] for verdict in Verdict}
    return Summary(
        conflicts=tuple(map(builder.card, by_verdict[Verdict.CONFLICT])),
        agreements=_by_event(by_verdict[Verdict.AGREEMENT], result.events, builder),
        unclear=tuple(map(builder.card, by_verdict[Verdict.UNCLEAR])),
        only=_by_outlet(result.unmatched, builder),
        quotes=tuple(builder.quote(pair) for pair in audit_quotations(ranked, result.claims) if pair.right is not None),
        articles=tuple(builder.article(article, claims_of.get(article.id, [])) for article in result.articles),
        skipped=result.skipped,
        provenance=tuple((name, str(value)) for name, value in result.provenance.items()),
        settings=tuple((name, _show_setting(value)) for name, value in attrs.asdict(result.settings, recurse=False).items()),
        n_claims=len(result.claims),
    )


def make_card(explanation: Explanation) -> Card:
    """The card of one finding on its own: no article is at hand, so its claims tell what is known of them."""
    return _Builder(()).card(explanation.finding)


def label_articles(articles: Sequence[Article]) -> dict[str, str]:
    """Names to show by article id: the outlet, else title or first line; with the date where two would be the same."""
    names = {article.id: article.outlet or article.title or _first_line(article.text) or article.id for article in articles}
    taken = Counter(names.values())
    for article in articles:
        if taken[names[article.id]] > 1 and article.published is not None:
            names[article.id] = f"{names[article.id]} ({article.published.isoformat()})"
    return names


def _first_line(text: str) -> str:
    line = next((stripped for line in text.splitlines() if (stripped := line.strip())), "")
    return line if len(line) <= _TITLE_LENGTH else line[:_TITLE_LENGTH].rsplit(maxsplit=1)[0] + "…"


@attrs.frozen
class _Builder:
    """Views of claims and findings, given the articles they come from."""

    articles: tuple[Article, ...]
    settings: Settings | None = None
    names: dict[str, str] = attrs.field(init=False, default=attrs.Factory(lambda self: label_articles(self.articles), takes_self=True))
    by_id: dict[str, Article] = attrs.field(
        init=False, default=attrs.Factory(lambda self: {a.id: a for a in self.articles}, takes_self=True)
    )

    def side(self, claim: Claim, marks: Sequence[Mark] = (), *, span: Span | None = None) -> SideView:
        """The claim, or the part of it at ``span``, with its marks."""
        said, article, shown = claim.attribution, self.by_id.get(claim.article_id), span or claim.span
        return SideView(
            outlet=self.names.get(claim.article_id) or claim.outlet or claim.article_id,
            published=_show_date(article),
            language=claim.language,
            speaker=None if said.speaker is None else said.speaker.canonical or said.speaker.name,
            role=None if said.speaker is None else said.speaker.role,
            reason=None if said.speaker is None else said.speaker.reason,
            via=tuple(source.canonical or source.name for source in said.via),
            mode=said.mode,
            sense=said.sense,
            segments=cut_text(cut_claim(claim, shown), shown.start, marks),
        )

    def card(self, finding: Finding) -> Card:
        pair = finding.pair
        return Card(
            verdict=finding.verdict,
            between=finding.between,
            adds=finding.adds,
            update=finding.update,
            shared_copy=finding.shared_copy,
            independent_sources=finding.independent_sources,
            confidence=finding.confidence,
            reasons=finding.reasons,
            left=self.side(pair.left, find_marks(finding, Side.LEFT)),
            right=self.side(pair.right, find_marks(finding, Side.RIGHT)),
            rows=tuple(self._row(difference, pair.left, pair.right) for difference in finding.differences),
            explanation=None if self.settings is None else explain(finding, settings=self.settings),
        )

    def quote(self, pair: QuotePair) -> QuoteView:
        sides = [
            self.side(claim, _mark_words(changed), span=span) if claim is not None else None
            for claim, span, changed in (
                (pair.left, pair.left_span, [ours for ours, _ in pair.changes]),
                (pair.right, pair.right_span, [theirs for _, theirs in pair.changes]),
            )
        ]
        return QuoteView(relation=pair.relation, left=sides[0] or self.side(pair.left), right=sides[1])

    def article(self, article: Article, claims: Sequence[Claim]) -> ArticleView:
        return ArticleView(
            outlet=self.names[article.id],
            title=article.title,
            published=_show_date(article),
            language=article.language,
            url=article.url,
            passages=cut_article(article.text, claims),
        )

    def _row(self, difference: Difference, left: Claim, right: Claim) -> DifferenceRow:
        return DifferenceRow(
            facet=difference.facet,
            relation=difference.relation,
            left=self._words(difference.left, left),
            right=self._words(difference.right, right),
            left_value=_resolve(difference.left),
            right_value=_resolve(difference.right),
            note=difference.note,
        )

    def _words(self, value: Facet | Span | None, claim: Claim) -> str:
        """The words of the article that a facet was read from."""
        if value is None:
            return ""
        span = value if isinstance(value, Span) else value.span
        article = self.by_id.get(claim.article_id)
        if article is not None:
            return article.text[span.start : span.end]
        return read_span(claim, span)


def _resolve(value: Facet | Span | None) -> str:
    """What the words of a facet come to; empty where they say it themselves."""
    return describe_facet(value) if isinstance(value, When | Quantity) else ""


def _mark_words(spans: Sequence[Span | None]) -> tuple[Mark, ...]:
    return tuple(Mark(start=s.start, end=s.end, tone=Tone.WORDING, facet=FacetName.QUOTATION) for s in spans if s is not None)


def _show_date(article: Article | None) -> str:
    return "" if article is None or article.published is None else article.published.isoformat()[:10]


def _show_setting(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _by_event(findings: Sequence[Finding], events: Sequence[Event], builder: _Builder) -> tuple[EventSection, ...]:
    event_of = {claim_id: event.id for event in reversed(events) for claim_id in event.claim_ids}
    cards: dict[str | None, list[Card]] = {}
    for finding in findings:
        event_id = event_of.get(finding.pair.left.id) or event_of.get(finding.pair.right.id)
        cards.setdefault(event_id, []).append(builder.card(finding))
    sections = [
        EventSection(label=event.label, when=describe_facet(event.when), where=describe_facet(event.where), cards=tuple(cards[event.id]))
        for event in events
        if event.id in cards
    ]
    if None in cards:
        sections.append(EventSection(label=None, when="", where="", cards=tuple(cards[None])))
    return tuple(sections)


def _by_outlet(unmatched: Mapping[str, tuple[Claim, ...]], builder: _Builder) -> tuple[OutletSection, ...]:
    sections = []
    for key, claims in unmatched.items():
        if claims:
            named = builder.names.get(key, key)
            sections.append(OutletSection(outlet=named, claims=tuple(builder.side(claim) for claim in claims)))
    return tuple(sections)
