"""What the documents show: snippets run or at least name what exists, and the tables are the measured ones."""

from __future__ import annotations

import ast
import doctest
import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import claimcmp as cc
from claimcmp.verdicts import RULES

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [page for page in PAGES if "_build" not in page.parts]
BROUGHT_ALONG = {"torch", "transformers", "tokenizers", "safetensors"}
"""Imported only beside sentence-transformers, which requires them."""
NEEDED_BY_OTHERS = {"lxml-html-clean"}
"""Not imported by us; pyproject.toml says who needs it."""
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def list_snippets(language: str) -> list[object]:
    """One test parameter a fenced block of that language, in any page."""
    return [
        pytest.param(body, id=f"{page.relative_to(ROOT)}:{number}")
        for page in PAGES
        for number, (tag, body) in enumerate(_FENCE.findall(page.read_text(encoding="utf-8")))
        if tag == language
    ]


@pytest.mark.parametrize("body", list_snippets("python"))
def test_a_snippet_names_only_what_exists(body):
    names = {
        node.attr
        for node in ast.walk(ast.parse(body))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "cc"
    }
    assert names <= set(dir(cc))


@pytest.mark.parametrize("page", [page for page in PAGES if "```pycon" in page.read_text(encoding="utf-8")], ids=lambda page: page.stem)
def test_an_interactive_example_shows_what_happens(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    session = "\n".join(body for tag, body in _FENCE.findall(page.read_text(encoding="utf-8")) if tag == "pycon")
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    told: list[str] = []
    runner.run(doctest.DocTestParser().get_doctest(session, {}, page.stem, str(page), 0), out=told.append)
    assert runner.failures == 0, "".join(told)


def test_the_rule_table_in_the_documents_is_that_of_the_code(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "docs")
    from rule_table import insert_rules

    page = insert_rules((ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8"))
    assert all(f"**`{rule.key}`** → {rule.verdict}" in page for rule in RULES)
    unclear = page.split("## What makes `unclear`")[1].split("\n## ")[0]
    assert all((f"- `{rule.key}`: " in unclear) == (rule.verdict is cc.Verdict.UNCLEAR) for rule in RULES)
    assert "`min_point_score` = 0.3" in page


@pytest.mark.parametrize("body", list_snippets("toml"))
def test_a_toml_snippet_is_valid(body):
    assert tomllib.loads(body)


def test_the_readme_snippet_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    (body,) = (body for tag, body in _FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8")) if tag == "python")
    names: dict[str, object] = {}
    exec(compile(body, "README.md", "exec"), names)  # our own page
    assert names["result"].findings


@pytest.mark.parametrize("page", ["quality.md", "speed.md"])
def test_the_measured_tables_are_filled(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    tables = re.findall(r"<!-- table: \w+ [^>]*-->\n(.*?)<!-- end of table", text, re.DOTALL)
    assert tables
    assert all("| figure" in table for table in tables)


def read_dependencies() -> set[str]:
    """Names of the run-time dependencies, those of the extra ``load`` included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    rows = (*project["dependencies"], *project["optional-dependencies"]["load"])
    return {re.split(r"[<>=;\s]", row, maxsplit=1)[0].lower() for row in rows}


def list_imported_packages() -> set[str]:
    """Names of the installed packages that the library's modules import."""
    imports: set[str] = set()
    for path in (ROOT / "claimcmp").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imports |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imports.add((node.module or "").split(".")[0])
    packages = metadata.packages_distributions()
    return {package.lower() for name in imports for package in packages.get(name, ())} - {"claimcmp"}


def test_the_dependencies_are_what_the_code_imports():
    assert list_imported_packages() - BROUGHT_ALONG == read_dependencies() - NEEDED_BY_OTHERS


def test_every_dependency_stands_in_the_table_of_the_design():
    table = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("## Dependencies")[1]
    assert {name for name in read_dependencies() if not re.search(rf"^\| [^|]*\b{re.escape(name)}\b", table, re.MULTILINE)} == set()


def test_the_version_is_the_same_everywhere():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert metadata.version("claimcmp") == version
    assert f'version = release = "{version}"' in (ROOT / "docs" / "conf.py").read_text(encoding="utf-8")
