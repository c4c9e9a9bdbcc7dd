"""Comparison: the result of a run and its views."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sized
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import attrs
from attrs import field

from claimcmp.exports import dump_json, read_json
from claimcmp.positions import form_groups
from claimcmp.records import Article, Claim, ClaimGroup, Event, Finding, FrozenMapping, Pair, Skipped, Source, Verdict
from claimcmp.records.checks import freeze_texts
from claimcmp.records.findings import freeze_claims
from claimcmp.settings import Settings, check_settings
from claimcmp.text.names import same_name
from claimcmp.text.normal import fold

if TYPE_CHECKING:
    import pandas as pd

    from claimcmp.verdicts.judging import JudgeLike


FORMAT_VERSION = 1
"""Version of the saved form; raised when a reader of the old form could not read the new one."""


@attrs.frozen(kw_only=True, repr=False)
class Comparison:
    """What several outlets say: claims, where they agree, where they conflict, what only one carries.

    Parameters
    ----------
    articles
        The articles compared, in the order given.
    claims
        Their claims, by article and position.
    events
        What the claims tell of.
    groups
        Claims on one point with the positions taken on it; see :func:`claimcmp.positions.form_groups`.
    findings
        One a judged pair, best aligned first; where two claims give conflicting figures and agree on the rest, one a part: there
        ``pair`` holds the parts, and ``whole`` the pair of candidates they belong to. ``Finding.claims`` are two of ``claims`` either way.
    candidates
        Every pair that the alignment scored highly enough to keep (``Settings.min_candidate_score``), best first,
        whether it was judged or not: :meth:`rejudge` selects among them.
    unmatched
        Claims with no agreement and no conflict, by outlet (article id where
        there is none); every outlet has an entry.
    skipped
        What could not be used or was left out, and why.
    provenance
        Versions, model and engine that made this result.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...] = ()
    groups: tuple[ClaimGroup, ...] = ()
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Pair, ...] = ()
    unmatched: FrozenMapping[str, tuple[Claim, ...]] = field(factory=FrozenMapping, converter=freeze_claims)
    skipped: tuple[Skipped, ...] = ()
    settings: Settings = field(factory=Settings)
    provenance: FrozenMapping[str, str] = field(factory=FrozenMapping, converter=freeze_texts)
    format_version: int = FORMAT_VERSION

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """Findings whose sides state the same point."""
        return self._with_verdict(Verdict.AGREEMENT)

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """Findings whose sides cannot both be true."""
        return self._with_verdict(Verdict.CONFLICT)

    @property
    def unclear(self) -> tuple[Finding, ...]:
        """Findings where the texts do not carry a verdict."""
        return self._with_verdict(Verdict.UNCLEAR)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Names of the outlets in order; an article without an outlet counts under its id."""
        return tuple(dict.fromkeys(article.outlet or article.id for article in self.articles))

    def to_frame(self) -> pd.DataFrame:
        """A frame of one row a finding: outlets, texts, speakers, relays, verdict, differences, reasons, offsets."""
        from claimcmp.frames import findings_frame

        return findings_frame(self.findings)

    def claims_frame(self) -> pd.DataFrame:
        """A frame of one row a claim: offsets, text, speaker, relays, mode, sense, facets, event."""
        from claimcmp.frames import claims_frame

        event_of = {claim_id: event.label for event in reversed(self.events) for claim_id in event.claim_ids}
        return claims_frame(self.claims, event_of)

    def quotes_frame(self) -> pd.DataFrame:
        """A frame of one row a pair of quotations: the same words, other words, other boundaries, translated, paraphrased, or only here."""
        from claimcmp.frames import quotes_frame

        return quotes_frame(self.findings, self.claims)

    def matrix(self, by: Literal["point", "outlet"] = "point") -> pd.DataFrame:
        """A frame of who says what: points down, outlets across; or counts, outlets by outlets.

        Parameters
        ----------
        by
            ``"point"``: one row for each position on each point, the cell
            holding the outlet's words, empty where it is silent.
            ``"outlet"``: how many findings two outlets share, by verdict;
            ``.loc["conflict"]`` is a symmetric square.

        Raises
        ------
        ValueError
            If ``by`` is neither.
        """
        from claimcmp.frames import outlets_frame, points_frame

        if by == "point":
            return points_frame(self.groups, self.outlets)
        if by == "outlet":
            return outlets_frame(self.findings, self.outlets)
        raise ValueError(f"by={by!r} must be 'point' or 'outlet'")

    def by_speaker(self, name: str) -> Comparison:
        """The comparison narrowed to one speaker: own claims, and findings in which one of them stands.

        Spellings and scripts of a name count as one. A source that only
        relays is not a speaker. An unknown name gives an empty comparison.
        """
        return self._narrow({claim.id for claim in self.claims if _is_named(claim.attribution.speaker, name, self.settings)})

    def by_event(self, event: Event | str) -> Comparison:
        """The comparison narrowed to events: given as an event, its id, or words of its label, place or people.

        An event that is not there gives an empty comparison.
        """
        wanted = [candidate for candidate in self.events if _is_event(candidate, event)]
        return self._narrow({claim_id for found in wanted for claim_id in found.claim_ids})

    def rejudge(self, settings: Settings | None = None, *, judge: JudgeLike = None) -> Comparison:
        """A new comparison with pairs selected and judged anew among the candidates; nothing is extracted, embedded or scored again.

        The thresholds that select (``min_pair_score``, ``max_pairs_per_claim``)
        and those of the verdicts therefore take effect, those of the earlier
        stages change nothing here; events stay as they are. Without ``settings`` the present ones stay.

        Raises
        ------
        InputTypeError
            If ``settings`` is no Settings, or ``judge`` no judge.
        """
        from claimcmp.align import select_pairs
        from claimcmp.verdicts import judge_in_parts

        settings = check_settings(self.settings if settings is None else settings)
        findings = judge_in_parts(select_pairs(self.candidates, settings=settings), judge=judge, settings=settings)
        provenance = {**self.provenance, "judge": name_judge(judge)}
        return attrs.evolve(self, settings=settings, provenance=provenance).with_findings(findings)

    def with_findings(self, findings: Iterable[Finding]) -> Comparison:
        """The same comparison with these findings, and what follows from them: groups, positions, unmatched claims.

        ``unrelated`` findings are left out: they say that a pair was no candidate.
        """
        kept = tuple(finding for finding in findings if finding.verdict is not Verdict.UNRELATED)
        settled = {claim.id for finding in kept if finding.verdict in (Verdict.AGREEMENT, Verdict.CONFLICT) for claim in finding.claims}
        unmatched: dict[str, list[Claim]] = {outlet: [] for outlet in self.outlets}
        for claim in self.claims:
            if claim.id not in settled:
                unmatched[claim.outlet or claim.article_id].append(claim)
        alone = {outlet: tuple(claims) for outlet, claims in unmatched.items()}
        return attrs.evolve(self, findings=kept, groups=form_groups(self.claims, kept, settings=self.settings), unmatched=alone)

    def to_json(self, path: str | PathLike[str] | None = None) -> str:
        """The comparison as JSON; also written to ``path`` as UTF-8 if one is given. ``read_comparison`` reads it back, equal."""
        text = dump_json(self)
        if path is not None:
            Path(path).write_text(text, encoding="utf-8", newline="\n")
        return text

    def to_html(self, path: str | PathLike[str] | None = None, *, language: str = "en") -> str:
        """One self-contained page without scripts; also written to ``path`` as UTF-8 if one is given.

        Parameters
        ----------
        language
            Interface language: ``"en"`` or ``"ar"`` (a right-to-left page).
        """
        from claimcmp.report import render_page, summarise

        page = render_page(summarise(self), language=language)
        if path is not None:
            Path(path).write_text(page, encoding="utf-8", newline="\n")
        return page

    def _repr_html_(self) -> str:
        from claimcmp.report import render_fragment, summarise

        return render_fragment(summarise(self))

    def __repr__(self) -> str:
        silent = sum(map(len, self.unmatched.values()))
        counts = (
            _count(self.articles, "article"), _count(self.claims, "claim"), _count(self.agreements, "agreement"),
            _count(self.conflicts, "conflict"), f"{len(self.unclear)} unclear", f"{silent} said by one only", f"{len(self.skipped)} skipped",
        )  # fmt: skip
        return f"<Comparison: {', '.join(counts)}>"

    def _with_verdict(self, verdict: Verdict) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.verdict is verdict)

    def _narrow(self, kept: Container[str]) -> Comparison:
        """Only what touches the claims of these ids; the other side of a finding stays within the finding."""
        findings = tuple(finding for finding in self.findings if _touches(finding.pair, kept))
        claims = tuple(claim for claim in self.claims if claim.id in kept)
        shown = {claim.article_id for finding in findings for claim in (finding.pair.left, finding.pair.right)}
        shown |= {claim.article_id for claim in claims}
        unmatched = {key: tuple(claim for claim in alone if claim.id in kept) for key, alone in self.unmatched.items()}
        return attrs.evolve(
            self,
            articles=tuple(article for article in self.articles if article.id in shown),
            claims=claims,
            events=tuple(event for event in self.events if any(claim_id in kept for claim_id in event.claim_ids)),
            groups=tuple(group for group in self.groups if any(claim.id in kept for claim in group.claims)),
            findings=findings,
            candidates=tuple(pair for pair in self.candidates if _touches(pair, kept)),
            unmatched={key: alone for key, alone in unmatched.items() if alone},
        )


def read_comparison(path: str | PathLike[str]) -> Comparison:
    """The comparison saved at ``path`` by :meth:`Comparison.to_json`, equal to the one saved.

    Raises
    ------
    ReadError
        If there is no such file or it cannot be opened.
    FormatError
        If it is damaged, no comparison, or of a newer format.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> result = Comparison(articles=(), claims=())
    >>> with TemporaryDirectory() as folder:
    ...     text = result.to_json(f"{folder}/result.json")
    ...     read_comparison(f"{folder}/result.json") == result
    True
    """
    return read_json(Comparison, path, newest=FORMAT_VERSION)


def name_judge(judge: JudgeLike) -> str:
    """What provenance says of a judge: "rules", a model's id or path, or the class of the object given."""
    if judge is None:
        return "rules"
    return str(judge) if isinstance(judge, str | Path) else f"{type(judge).__module__}.{type(judge).__qualname__}"


def _count(items: Sized, noun: str) -> str:
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}"


def _touches(pair: Pair, claim_ids: Container[str]) -> bool:
    return pair.left.id in claim_ids or pair.right.id in claim_ids


def _is_named(source: Source | None, name: str, settings: Settings) -> bool:
    """Whether a source goes by this name: as a name in any script, or by words of its mention or role."""
    if source is None or not name.strip():
        return False
    asked = set(fold(name).split())
    given = {word for part in (source.name, source.canonical, source.role or "") for word in fold(part).split()}
    return asked <= given or any(same_name(name, part, settings) for part in (source.canonical, source.name) if part)


def _is_event(event: Event, wanted: Event | str) -> bool:
    if isinstance(wanted, Event):
        return event.id == wanted.id
    words = [event.label, *(actor.name for actor in event.who), *((event.where.name,) if event.where else ())]
    asked = fold(wanted).strip()
    return wanted == event.id or (bool(asked) and any(asked in fold(text) for text in words))
