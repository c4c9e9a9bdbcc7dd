"""One self-contained HTML page: no script, nothing loaded from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from claimcmp.records import Skipped
from claimcmp.report.parts import (
    render_article,
    render_card,
    render_event,
    render_legend,
    render_only,
    render_reason,
    render_table,
    render_tiles,
)
from claimcmp.report.quotes import render_quotes
from claimcmp.report.views import Summary
from claimcmp.report.words import Words, escape, isolate


def render_page(summary: Summary, *, language: str = "en") -> str:
    """The page as a string that any encoding of Unicode can hold.

    Parameters
    ----------
    language
        Interface language (``"en"``, ``"ar"``); it gives the direction of the page.

    Raises
    ------
    LanguageDataError
        If there is no such interface language.
    """
    say = Words(language)
    sections = [section for section in _list_sections(summary, say) if section[2]]
    outlets = "، " if say.direction == "rtl" else ", "
    return wrap_page(
        say,
        f'<header><h1>{say("title")}</h1><p class="quiet">{outlets.join(_name_article(a.outlet, a.published) for a in summary.articles)}</p>'
        f"{render_tiles(say, list_counts(summary))}{render_legend(say)}<nav><ul>{_render_contents(sections)}</ul></nav></header>\n<main>\n"
        + "\n".join(f'<section id="{name}"><h2>{title}</h2>{body}</section>' for name, title, body in sections)
        + "\n</main>",
    )


def wrap_page(say: Words, body: str) -> str:
    """A whole page around ``body``: its style sheet, and a policy under which nothing is loaded or run."""
    css = load_style("style.css") + load_style("page.css")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(say.language)}" dir="{say.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_content_policy(css)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<title>{say("title")}</title>\n<style>{css}</style>\n</head>\n<body class="claimcmp">\n{body}\n</body>\n</html>\n'
    )


def list_counts(summary: Summary) -> tuple[tuple[str, str, int], ...]:
    """The headline counts in order: (class, message key, number)."""
    return (
        ("conflict", "conflicts", len(summary.conflicts)),
        ("agreement", "agreements", summary.n_agreements),
        ("unclear", "unclear", len(summary.unclear)),
        ("only", "only", summary.n_only),
        ("claims", "claims", summary.n_claims),
    )


@cache
def load_style(name: str) -> str:
    """A style sheet of the package."""
    return (resources.files(__package__ or "claimcmp.report") / name).read_text(encoding="utf-8")


def _content_policy(css: str) -> str:
    """Nothing may be loaded or run; of styles, only the page's own sheet."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _name_article(outlet: str, published: str) -> str:
    return isolate(outlet) + (f" <time>({escape(published)})</time>" if published and published not in outlet else "")


def _list_sections(summary: Summary, say: Words) -> tuple[tuple[str, str, str], ...]:
    """(anchor, title, body) of every section in reading order; an empty body leaves the section out."""
    unclear = "".join(render_card(card, say) for card in summary.unclear)
    only = "".join(render_only(section, say) for section in summary.only)
    quotes = render_quotes(summary.quotes, say)
    articles = "".join(render_article(article, say) for article in summary.articles)
    return (
        ("conflicts", say("conflicts"), "".join(render_card(card, say) for card in summary.conflicts) or f"<p>{say('no_conflicts')}</p>"),
        ("agreements", say("agreements"), "".join(render_event(e, say) for e in summary.agreements) or f"<p>{say('no_agreements')}</p>"),
        ("quotes", say("quotes"), quotes and f'<p class="quiet">{say("quotes_hint")}</p>{quotes}'),
        ("only", say("only"), only and f'<p class="quiet">{say("only_hint")}</p>{only}'),
        (
            "unclear",
            say("unclear"),
            unclear and f"<details><summary>{say('unclear_hint')} ({len(summary.unclear)})</summary>{unclear}</details>",
        ),
        ("articles", say("articles"), articles and f'<p class="quiet">{say("articles_hint")}</p>{articles}'),
        ("skipped", say("skipped"), render_skipped(summary.skipped, say)),
        ("run", say("run"), _render_run(summary, say)),
    )


def render_skipped(skipped: Sequence[Skipped], say: Words) -> str:
    """What could not be used, and why; empty where everything was used."""
    if not skipped:
        return ""
    return render_table((say("name"), say("note")), ((item.name, render_reason(item.reason, say)) for item in skipped))


def _render_run(summary: Summary, say: Words) -> str:
    head = (say("name"), say("value"))
    settings = render_table(head, ((name, isolate(value)) for name, value in summary.settings))
    return (
        render_table(head, ((name, isolate(value)) for name, value in summary.provenance))
        + f"<details><summary>{say('settings')} ({len(summary.settings)})</summary>{settings}</details>"
    )


def _render_contents(sections: Sequence[tuple[str, str, str]]) -> str:
    return "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title, _ in sections)
