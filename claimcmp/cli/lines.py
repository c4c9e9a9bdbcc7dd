"""A comparison, or claims, as lines of text for a terminal.

Texts are written in logical order and never reordered: terminals that know
right-to-left scripts do that. A claim stands on a line of its own, so that its
first letter decides the direction; a name inside a line of the other direction
is isolated (Unicode UAX #9, FSI and PDI).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from claimcmp.messages import load_messages, render_message
from claimcmp.records import Article, Between, Claim, Finding, Reason, Sense, Side, Source, SourceKind, Span, Verdict

if TYPE_CHECKING:
    from claimcmp.comparison import Comparison
    from claimcmp.settings import Settings

HEADING, TITLE, DIM, CONFLICT, AGREEMENT = "bold underline", "bold", "dim", "bold red", "bold green"

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Controls that would steer the terminal, and bidi controls that would leave their line."""

_MAX_HEADLINE = 32


@attrs.frozen
class Line:
    """One line: its text, its style on a terminal, and its indent in columns."""

    text: str
    style: str = ""
    indent: int = 0

    def padded(self) -> str:
        """The text after its indent."""
        return " " * self.indent + self.text


@attrs.frozen
class Labels:
    """How articles are called in an interface language: by outlet and date, or by headline.

    ``explained_with`` holds the settings of the run where findings are to be explained.
    """

    language: str
    by_article: Mapping[str, str]
    explained_with: Settings | None = None

    def say(self, key: str, **parameters: object) -> str:
        """The message ``key`` in the interface language; parameters of the other direction are isolated."""
        return render_message(key, {name: self.isolate(str(value)) for name, value in parameters.items()}, self.language)

    def isolate(self, text: str) -> str:
        """``text``, isolated if its letters run against the interface's."""
        rtl = load_messages(self.language)["report_direction"] == "rtl"
        against = {"L"} if rtl else {"R", "AL"}
        return f"{_ISOLATE}{text}{_END_ISOLATE}" if any(unicodedata.bidirectional(c) in against for c in text) else text

    def name_article(self, article_id: str) -> str:
        """The label of an article, isolated where needed."""
        return self.isolate(self.by_article.get(article_id, article_id))


def label_articles(articles: Sequence[Article], language: str) -> Labels:
    """The labels of ``articles``: outlet, else headline, and the date of publication."""
    return Labels(language, {article.id: _label_article(article, render_message("cli_comma", {}, language)) for article in articles})


def _label_article(article: Article, comma: str) -> str:
    name = article.outlet or f"“{_shorten(article.title or article.text)}”"
    return clean(name if article.published is None else f"{name}{comma}{article.published:%Y-%m-%d}")


def _shorten(text: str) -> str:
    first = clean(text.strip().partition("\n")[0])
    return first if len(first) <= _MAX_HEADLINE else first[:_MAX_HEADLINE].rsplit(" ", 1)[0] + "…"


def clean(text: str) -> str:
    r"""``text`` on one line, without characters that steer a terminal.

    Examples
    --------
    >>> clean("one\n two\x1b[31m")
    'one two�[31m'
    """
    return _UNPRINTABLE.sub("\ufffd", " ".join(text.split()))


def render_comparison(result: Comparison, *, language: str = "en", with_unclear: bool = False, with_parts: bool = False) -> Iterator[Line]:
    """The lines of a comparison: figures, conflicts, agreements, what one outlet alone carries.

    With ``with_parts`` each finding is followed by what each signal added.
    """
    labels = attrs.evolve(label_articles(result.articles, language), explained_with=result.settings if with_parts else None)
    alone = sum(map(len, result.unmatched.values()))
    figures = {
        "articles": len(result.articles),
        "claims": len(result.claims),
        "conflicts": len(result.conflicts),
        "agreements": len(result.agreements),
        "unclear": len(result.unclear),
        "alone": alone,
    }
    yield Line(labels.say("cli_counts", **figures), TITLE)
    yield from _render_findings(labels, "report_conflicts", result.conflicts, CONFLICT)
    if not result.conflicts:
        yield Line(labels.say("report_no_conflicts"), "", 2)
    yield from _render_findings(labels, "report_agreements", result.agreements, AGREEMENT)
    if not result.agreements:
        yield Line(labels.say("report_no_agreements"), "", 2)
    if with_unclear:
        yield from _render_findings(labels, "report_unclear", result.unclear, TITLE)
    yield from _render_alone(labels, result)
    if result.unclear and not with_unclear:
        yield Line("")
        yield Line(labels.say("cli_hidden_unclear", count=len(result.unclear)), DIM)


def _render_findings(labels: Labels, heading: str, findings: Sequence[Finding], style: str) -> Iterator[Line]:
    """Findings on one left claim, or one part of it, stand together, and its words are written once."""
    by_left: dict[tuple[str, Span], list[Finding]] = {}
    for finding in findings:
        by_left.setdefault((finding.pair.left.id, finding.pair.left.span), []).append(finding)
    yield Line("")
    yield Line(f"{labels.say(heading)} ({len(findings)})", HEADING)
    for number, (first, *others) in enumerate(by_left.values(), 1):
        yield Line("")
        yield Line(f"{number}. {_describe_verdict(labels, first)}", style)
        yield from _render_claim(labels, first.pair.left)
        yield from _render_other_side(labels, first)
        for other in others:
            yield Line(f"+ {_describe_verdict(labels, other)}", style, 3)
            yield from _render_other_side(labels, other)


def _render_claim(labels: Labels, claim: Claim) -> Iterator[Line]:
    yield Line(f"{labels.name_article(claim.article_id)} · {describe_attribution(labels, claim)}", DIM, 3)
    yield Line(clean(claim.text), "", 6)


def _render_other_side(labels: Labels, finding: Finding) -> Iterator[Line]:
    yield from _render_claim(labels, finding.pair.right)
    if finding.reasons:
        why = " ".join(_render_reason(labels, reason) for reason in finding.reasons)
        yield Line(f"{labels.say('report_why')}: {why}", "italic", 3)
    if labels.explained_with is not None:
        from claimcmp.report import explain

        parts = explain(finding, settings=labels.explained_with).render_parts(labels.language)
        yield from (Line(part, DIM, 6) for part in parts)


def _render_reason(labels: Labels, reason: Reason) -> str:
    """The reason in the interface language; its parameters are cleaned, and isolated where they run against it."""
    parameters = {name: labels.isolate(clean(value)) for name, value in reason.parameters.items()}
    return attrs.evolve(reason, parameters=parameters).render(labels.language)


def _describe_verdict(labels: Labels, finding: Finding) -> str:
    left, right = (labels.by_article.get(claim.article_id, claim.article_id) for claim in (finding.pair.left, finding.pair.right))
    parts = [labels.say(_VERDICTS[finding.verdict, finding.between])]
    if finding.adds is not Side.NONE:
        parts.append(labels.say(f"report_adds_{finding.adds}", left=left, right=right))
    if finding.update in (Side.LEFT, Side.RIGHT):
        parts.append(labels.say(f"report_update_{finding.update}", left=left, right=right))
    if finding.shared_copy:
        parts.append(labels.say("report_shared_copy"))
    parts.append(labels.say("cli_confidence", confidence=f"{finding.confidence:.2f}"))
    return " · ".join(parts)


_VERDICTS: Mapping[tuple[Verdict, Between | None], str] = {
    (Verdict.CONFLICT, Between.SPEAKERS): "report_conflict_speakers",
    (Verdict.CONFLICT, Between.OUTLETS): "report_conflict_outlets",
    (Verdict.CONFLICT, None): "report_conflict_outlets",
    (Verdict.AGREEMENT, None): "report_agreement",
    (Verdict.UNCLEAR, None): "report_verdict_unclear",
    (Verdict.UNRELATED, None): "report_unrelated",
}


def describe_attribution(labels: Labels, claim: Claim) -> str:
    """Who says a claim, how, and through which relays."""
    attribution = claim.attribution
    if attribution.speaker is None:
        who = labels.say("report_own_words")
    else:
        how = [] if attribution.sense is Sense.ASSERTS else [labels.say(f"report_sense_{attribution.sense}")]
        who = labels.say("cli_comma").join([_name_source(labels, attribution.speaker), *how, labels.say(f"report_mode_{attribution.mode}")])
    if not attribution.via:
        return who
    relays = " > ".join(_name_source(labels, source) for source in attribution.via)
    return f"{who}{labels.say('cli_comma')}{labels.say('report_via')} {relays}"


def _name_source(labels: Labels, source: Source) -> str:
    name = labels.isolate(clean(source.canonical or source.name))
    if source.kind is SourceKind.ANONYMOUS and source.reason:
        return f"{name} ({labels.say('report_unnamed', reason=clean(source.reason))})"
    return name


def _render_alone(labels: Labels, result: Comparison) -> Iterator[Line]:
    for key, claims in result.unmatched.items():
        if claims:
            yield Line("")
            yield Line(f"{labels.say('cli_only', outlet=_label_key(labels, result.articles, key))} ({len(claims)})", HEADING)
            yield from _render_claims(labels, claims)


def _label_key(labels: Labels, articles: Sequence[Article], key: str) -> str:
    """``unmatched`` goes by outlet, or by article id where there is no outlet."""
    return labels.by_article[key] if any(article.id == key and not article.outlet for article in articles) else clean(key)


def _render_claims(labels: Labels, claims: Sequence[Claim]) -> Iterator[Line]:
    for claim in claims:
        yield Line(f"- {describe_attribution(labels, claim)}", DIM, 2)
        yield Line(clean(claim.text), "", 6)


def render_claims(articles: Sequence[Article], claims: Sequence[Claim], *, language: str = "en") -> Iterator[Line]:
    """The lines of the claims of each article."""
    labels = label_articles(articles, language)
    for article in articles:
        own = [claim for claim in claims if claim.article_id == article.id]
        yield Line(f"{labels.name_article(article.id)} · {labels.say('cli_claims', count=len(own))}", HEADING)
        yield from _render_claims(labels, own)
        yield Line("")
