# The interface of the project. Needs Python 3.11+ and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
CODE := claimcmp tests benchmarks docs

.DEFAULT_GOAL := help
.PHONY: help demo test format format-check lint types docs bench quality ci clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */  \1\t/' | expand -t 16

demo: $(VENV)/.installed  ## compare the two seed articles and write report.html
	@$(BIN)/claimcmp compare seeds --html report.html
	@echo "The same side by side, marked up: open report.html in a browser."

test: $(VENV)/.installed-dev  ## run the tests
	$(BIN)/python -m pytest

format: $(VENV)/.installed-dev  ## rewrite the code in the project's format
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix --exit-zero --quiet $(CODE)

format-check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check $(CODE)

lint: $(VENV)/.installed-dev  ## ruff, and the layers by import-linter
	$(BIN)/ruff check $(CODE)
	$(BIN)/lint-imports

types: $(VENV)/.installed-dev  ## mypy --strict
	$(BIN)/mypy

docs: $(VENV)/.installed-dev  ## build docs/_build/html, run its notebooks; warnings are errors
	$(BIN)/python -m sphinx -W --keep-going -E -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

bench: $(VENV)/.installed-dev  ## cold process, memory and import time, then each stage
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m pytest benchmarks/speed --benchmark-only -q

quality: $(VENV)/.installed-dev  ## figures on the golden texts; rewrites the tables in docs/quality.md
	$(BIN)/python -m benchmarks.quality seeds golden --write docs/quality.md

ci: format-check lint types docs test  ## what .ci/run checks

clean:  ## remove what the targets made, the environment included
	rm -rf $(VENV) docs/_build report.html build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "claimcmp needs Python 3.11 or later, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing claimcmp into $(VENV) (once; a few minutes) ..."
	@$(PIP) torch
	@$(PIP) -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing claimcmp and its development tools into $(VENV) (once; a few minutes) ..."
	@$(PIP) torch
	@$(PIP) -e ".[dev,load]"
	@touch $(VENV)/.installed $@
