"""Sphinx settings. Pages are MyST Markdown; notebooks run at every build; warnings are errors (see the Makefile)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import claimcmp  # noqa: F401  (the reference is made from docstrings)

sys.path.insert(0, str(Path(__file__).parent))
from rule_table import insert_rules

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "claimcmp"
author = "The claimcmp developers"
copyright = "2026, the claimcmp developers"  # noqa: A001
version = release = "0.1.0"

extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.intersphinx", "myst_nb"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "claimcmp"

autodoc_typehints = "none"
autodoc_member_order = "bysource"
napoleon_google_docstring = False
intersphinx_mapping: dict[str, tuple[str, None]] = {}  # the build needs no network

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 180


def setup(app: Sphinx) -> None:
    """Puts the rule table of the code into the page that explains it."""
    app.connect("source-read", _read_source)


def _read_source(app: Sphinx, page: str, source: list[str]) -> None:
    if page == "verdicts":
        source[0] = insert_rules(source[0])
