"""Commands and options. Heavy imports wait until a command runs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcmp.cli.streams import FAILED, exit_on_failure, print_error, print_lines
from claimcmp.messages import render_message

if TYPE_CHECKING:
    import pandas as pd

    from claimcmp.comparison import Comparison
    from claimcmp.io import ArticleBatch
    from claimcmp.records import Article, Claim, Skipped

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)

_UNWRAPPED = "\b\n"
"""Begins a paragraph whose lines are left as they are."""

_COMPARE_EXAMPLES = (
    _UNWRAPPED
    + """Examples:
  claimcmp compare news/                        a folder, with its articles.toml
  claimcmp compare a.txt b.txt --outlet "Harbour Daily" --outlet "Coast News"
  claimcmp compare a.html b.html --published 2024-03-02 --html report.html
  claimcmp compare "news/**/*.txt" --json - | jq .findings"""
)

_CLAIMS_EXAMPLES = (
    _UNWRAPPED
    + """Examples:
  claimcmp claims article.txt
  claimcmp claims news/*.txt --csv claims.csv"""
)

_PROGRESS_FROM = 5
"""Articles from which on a run is long enough for a progress bar."""


class Interface(StrEnum):
    """Languages of the interface."""

    EN = "en"
    AR = "ar"


Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Files, folders or quoted patterns.", show_default=False)]
Outlets = Annotated[
    list[str] | None, typer.Option("--outlet", metavar="NAME", help="Outlet of all FILEs, or given once for each FILE in order.")
]
Dates = Annotated[
    list[str] | None, typer.Option("--published", metavar="DATE", help="Date of publication (2024-03-02) of all FILEs, or once for each.")
]
JsonFile = Annotated[Path | None, typer.Option("--json", metavar="F", help="Write the result as JSON; - is standard output.")]
CsvFile = Annotated[Path | None, typer.Option("--csv", metavar="F", help="Write a table for spreadsheets; - is standard output.")]
Language = Annotated[Interface, typer.Option("--lang", help="Language of the interface.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcmp {_find_version()}")
        raise typer.Exit


def _find_version() -> str:
    from importlib import metadata

    try:
        return metadata.version("claimcmp")
    except metadata.PackageNotFoundError:
        return "(source tree, not installed)"


@app.callback()
def run(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """What each outlet says happened, on whose word, and where they differ.

    Everything runs on this machine; nothing is downloaded.
    """


@app.command(epilog=_COMPARE_EXAMPLES)
def compare(  # noqa: PLR0913 every parameter is an option of the command
    files: Files,
    *,
    html: Annotated[Path | None, typer.Option("--html", metavar="F", help="Write a page to read in a browser.")] = None,
    json_file: JsonFile = None,
    csv_file: CsvFile = None,
    outlet: Outlets = None,
    published: Dates = None,
    encoder: Annotated[
        str | None, typer.Option(metavar="M", help="A sentence-transformers id or path. Default: the bundled model.")
    ] = None,
    judge: Annotated[str | None, typer.Option(metavar="J", help="'rules', or a CrossEncoder id or path.")] = None,
    within_outlet: Annotated[bool, typer.Option("--within-outlet", help="Pair claims of one outlet as well.")] = False,
    unclear: Annotated[bool, typer.Option("--unclear", help="List the unclear pairs, too.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say of each finding how it came about, signal by signal.")] = False,
    lang: Language = Interface.EN,
) -> None:
    """Compare what two or more articles say."""
    with exit_on_failure():
        _check_outputs(html, json_file, csv_file)
        articles = _read(files, outlet, published, lang)
        if len(articles) < 2:
            print_error(render_message("cli_too_few", {"count": str(len(articles))}, lang))
            raise SystemExit(FAILED)
        from claimcmp.pipeline import compare as compare_articles

        progress = len(articles) >= _PROGRESS_FROM and sys.stderr.isatty()
        result = compare_articles(articles, encoder=encoder, judge=judge, within_outlet=within_outlet, progress=progress)
        _report_skipped((item for item in result.skipped if item not in articles.skipped), lang, result.articles)
        _write_comparison(result, html, json_file, csv_file, lang)
        if Path("-") not in (json_file, csv_file):
            from claimcmp.cli.lines import render_comparison

            print_lines(render_comparison(result, language=lang, with_unclear=unclear, with_parts=explain))
        _exit_if_unread(files, (*articles.skipped, *result.skipped))


@app.command(epilog=_CLAIMS_EXAMPLES)
def claims(
    files: Files,
    *,
    json_file: JsonFile = None,
    csv_file: CsvFile = None,
    outlet: Outlets = None,
    published: Dates = None,
    lang: Language = Interface.EN,
) -> None:
    """List the claims of articles: who says what, and who passes it on."""
    with exit_on_failure():
        _check_outputs(json_file, csv_file)
        articles = _read(files, outlet, published, lang)
        from claimcmp.claims import extract_claims

        found = tuple(claim for article in articles for claim in extract_claims(article))
        _write_claims(found, json_file, csv_file, lang)
        if Path("-") not in (json_file, csv_file):
            from claimcmp.cli.lines import render_claims

            print_lines(render_claims(articles, found, language=lang))
        _exit_if_unread(files, articles.skipped)


@app.command()
def models(*, lang: Language = Interface.EN) -> None:
    """List the models that come with claimcmp, and whether they work here."""
    with exit_on_failure():
        from claimcmp.cli.models import render_models

        print_lines(render_models(lang))


def _check_outputs(*paths: Path | None) -> None:
    """Refuse an output without a folder before the work, not after it."""
    for path in paths:
        if path is not None and (path.is_dir() or not path.parent.is_dir()):
            detail = "it is a folder" if path.is_dir() else "its folder does not exist"
            raise typer.BadParameter(f"{path} cannot be written: {detail}; give the path of a file in an existing folder.")


def _read(files: list[str], outlets: list[str] | None, published: list[str] | None, lang: str) -> ArticleBatch:
    from claimcmp.io import read_sources

    defaults = zip(_spread("--outlet", outlets, files), _spread("--published", published, files), strict=True)
    batch = read_sources((file, {"outlet": outlet, "published": day}) for file, (outlet, day) in zip(files, defaults, strict=True))
    _report_skipped(batch.skipped, lang)
    return batch


def _spread(option: str, values: list[str] | None, files: list[str]) -> list[str] | list[None]:
    """One value for each file."""
    if not values:
        return [None] * len(files)
    if len(values) not in (1, len(files)):
        raise typer.BadParameter(f"{option} is given {len(values)} times for {len(files)} FILEs; give it once for all, or once for each.")
    return values * len(files) if len(values) == 1 else values


def _report_skipped(skipped: Iterable[Skipped], lang: str, articles: Sequence[Article] = ()) -> None:
    from claimcmp.cli.lines import label_articles

    labels = label_articles(articles, lang).by_article
    for item in skipped:
        print_error(f"{labels.get(item.name, item.name)}: {item.reason.render(lang)}")


def _exit_if_unread(files: list[str], skipped: Iterable[Skipped]) -> None:
    """A FILE or article that gave nothing is a failure, though the others were used; one bad row of a table is not."""
    if any(item.name in files or item.reason.key == "skipped_failed" for item in skipped):
        sys.stdout.flush()
        raise SystemExit(FAILED)


def _write_comparison(result: Comparison, html: Path | None, json_file: Path | None, csv_file: Path | None, lang: str) -> None:
    if html is not None:
        _write(html, result.to_html(language=lang), lang)
    if json_file is not None:
        _write(json_file, result.to_json(), lang)
    if csv_file is not None:
        _write(csv_file, _dump_table(result.to_frame(), csv_file), lang)


def _write_claims(found: tuple[Claim, ...], json_file: Path | None, csv_file: Path | None, lang: str) -> None:
    if json_file is not None:
        from claimcmp.exports import encode_record

        rows = ",\n".join(json.dumps(encode_record(claim), ensure_ascii=False) for claim in found)
        _write(json_file, f"[\n{rows}\n]\n", lang)
    if csv_file is not None:
        from claimcmp.frames import claims_frame

        _write(csv_file, _dump_table(claims_frame(found), csv_file), lang)


def _dump_table(frame: pd.DataFrame, path: Path) -> str:
    """CSV; in a file with the byte-order mark without which spreadsheet programs misread UTF-8."""
    mark = "" if path == Path("-") else "\ufeff"
    return mark + frame.to_csv(index=False, lineterminator="\n")


def _write(path: Path, text: str, lang: str) -> None:
    if path == Path("-"):
        sys.stdout.write(text)
        return
    try:
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        print_error(render_message("cli_cannot_write", {"path": str(path), "detail": error.strerror or str(error)}, lang))
        raise SystemExit(FAILED) from None
