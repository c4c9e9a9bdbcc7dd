"""compare(): the one place where the stages meet."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import attrs

from claimcmp.align import align_claims
from claimcmp.claims import extract_claims
from claimcmp.comparison import Comparison, name_judge
from claimcmp.embed import EmbeddedClaims, embed_claims
from claimcmp.errors import LanguageDataError, TooFewArticlesError
from claimcmp.io import ArticleBatch, read_batch
from claimcmp.languages import list_languages, load_tables
from claimcmp.records import Article, Claim, Reason, Skipped
from claimcmp.settings import Settings, check_settings
from claimcmp.verdicts import judge_in_parts

if TYPE_CHECKING:
    from tqdm import tqdm

    from claimcmp.typing import Encoder
    from claimcmp.verdicts.judging import JudgeLike

Progress = Callable[[str, int, int], object]
"""Called with the stage (``extract``, ``embed``, ``align``, ``judge``), how many of its steps are done, and of how many."""

_LOGGER = logging.getLogger("claimcmp")
_READABLE_BUT_UNUSED = frozenset({"read_empty", "read_duplicate", "read_id_taken"})
"""Reasons of inputs that were read but are not compared; they count as given."""


def compare(
    articles: object,
    *,
    encoder: Encoder | str | Path | None = None,
    judge: JudgeLike = None,
    settings: Settings | None = None,
    within_outlet: bool = False,
    progress: Progress | bool | None = None,
) -> Comparison:
    """What the articles say, where they agree, where they conflict, and what only one carries.

    Parameters
    ----------
    articles
        Two or more: ``Article`` objects, a mapping of outlet to text, a folder,
        files, a DataFrame; whatever :func:`claimcmp.read_articles` accepts.
    encoder
        None for the bundled model; see :func:`claimcmp.embed_claims`.
    judge
        None for the rule table; see :func:`claimcmp.judge_pair`.
    settings
        Thresholds; the defaults when None.
    within_outlet
        Whether claims of one outlet are paired as well: two versions of a
        story, or the speakers inside one article.
    progress
        True for a progress bar on a terminal (none elsewhere); or a callable
        ``(stage, done, total)``.

    Returns
    -------
    Comparison
        Giving the articles in another order swaps left and right and changes
        nothing else. An article that cannot be used is named in ``skipped``.

    Raises
    ------
    TooFewArticlesError
        If fewer than two articles are given or readable.
    InputTypeError, ReadError, ModelError
        If the input, or a model asked for, cannot be used at all.
    LanguageDataError
        If a language file of the settings is damaged, or misspells a table or key.

    Examples
    --------
    >>> result = compare({"Herald": "The bridge was closed on 3 May 2021.", "Courier": "The bridge was closed on 3 May 2021."})
    >>> len(result.agreements), len(result.conflicts)
    (1, 0)
    """
    settings = check_settings(settings)
    batch = _read(articles)
    with _reporting(progress) as report:
        claims, notes = _extract_all(batch, settings, report)
        embedded = embed_claims(claims, encoder=encoder, progress=partial(report, "embed"))
        alignment = align_claims(embedded, settings=settings, within_outlet=within_outlet)
        report("align", 1, 1)
        findings = judge_in_parts(alignment.pairs, judge=judge, settings=settings)
        report("judge", 1, 1)
    result = Comparison(
        articles=tuple(batch),
        claims=claims,
        events=alignment.events,
        candidates=alignment.candidates,
        skipped=(*batch.skipped, *notes),
        settings=settings,
        provenance={**_describe_run(batch, embedded, settings), "judge": name_judge(judge)},
    )
    return result.with_findings(findings)


def _read(articles: object) -> ArticleBatch:
    batch = read_batch(articles)
    given = len(batch) + sum(item.reason.key in _READABLE_BUT_UNUSED for item in batch.skipped)
    if given < 2:
        names = "".join(f"\n{item.name}: {item.reason}" for item in batch.skipped)
        raise TooFewArticlesError(
            f"{given} article given; compare() needs at least two, such as compare({{'Herald': text, 'Courier': other_text}}), "
            f"a folder, or several files{names}"
        )
    return batch


def _extract_all(articles: Sequence[Article], settings: Settings, report: Progress) -> tuple[tuple[Claim, ...], tuple[Skipped, ...]]:
    """The claims of all articles in order, and a note on every article that gave none or was read in part."""
    claims: list[Claim] = []
    notes: list[Skipped] = []
    for done, article in enumerate(articles, start=1):
        found, note = _extract(article, settings)
        claims += found
        notes += [Skipped(name=article.outlet or article.id, reason=reason) for reason in note]
        report("extract", done, len(articles))
    return tuple(claims), tuple(notes)


def _extract(article: Article, settings: Settings) -> tuple[tuple[Claim, ...], tuple[Reason, ...]]:
    try:
        claims = extract_claims(article, settings=settings)
    except LanguageDataError:  # the fault of a language file, not of this article
        raise
    except Exception as error:  # one bad article never stops a run: it is named in `skipped`, and the traceback logged
        _LOGGER.exception("extraction failed for article %s", article.id)
        return (), (Reason(key="skipped_failed", parameters={"error": f"{type(error).__name__}: {error}"}),)
    if not claims:
        return (), (Reason(key="skipped_no_claims"),)
    if not load_tables(article.language, settings.language_files):
        return claims, (Reason(key="skipped_language", parameters={"language": article.language}),)
    return claims, ()


def _describe_run(articles: Sequence[Article], embedded: EmbeddedClaims, settings: Settings) -> dict[str, str]:
    """What made the result; no time of day, so that equal runs give equal results."""
    used = sorted({article.language.split("-")[0].lower() for article in articles} & set(list_languages()))
    return {
        "claimcmp": _find_version(),
        "python": platform.python_version(),
        "model": embedded.model,
        "engine": embedded.engine,
        "language data": ", ".join([*used, *(path.name for path in settings.language_files)]),
    }


def _find_version() -> str:
    try:
        return metadata.version("claimcmp")
    except metadata.PackageNotFoundError:
        return "source tree"


@attrs.define
class _Steps:
    """A progress bar that starts anew with each stage."""

    bar: tqdm[NoReturn]
    stage: str = ""
    done: int = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self.stage:
            self.stage, self.done = stage, 0
            self.bar.reset(total=total)
            self.bar.set_description(stage, refresh=False)
        self.bar.update(done - self.done)
        self.done = done


@contextmanager
def _reporting(progress: Progress | bool | None) -> Iterator[Progress]:
    """What the stages report to: nothing, the caller's callable, or a bar that shows on a terminal only."""
    if callable(progress):
        yield progress
    elif progress:
        from tqdm import tqdm

        with tqdm(unit="", disable=None) as bar:
            yield _Steps(bar)
    else:
        yield lambda stage, done, total: None
