"""The package as a user first meets it: light, typed, complete."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import claimcmp as cc

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("pandas", "torch", "transformers", "sklearn", "sentence_transformers", "scipy", "numpy", "matplotlib")
MAX_IMPORT_SECONDS = 0.3

IMPORT_PROBE = """
import json, sys, time
start = time.perf_counter()
import claimcmp
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "modules": sorted(sys.modules)}))
"""


def _probe_import() -> dict[str, object]:
    done = subprocess.run([sys.executable, "-c", IMPORT_PROBE], capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def test_import_loads_no_heavy_module():
    modules = set(_probe_import()["modules"])
    assert modules.isdisjoint(HEAVY)
    assert "claimcmp" in modules


def test_import_takes_less_than_three_tenths_of_a_second():
    assert min(_probe_import()["seconds"] for _ in range(3)) < MAX_IMPORT_SECONDS


@pytest.mark.parametrize("name", sorted(cc.__all__))
def test_every_public_name_loads(name):
    assert getattr(cc, name).__doc__, f"{name} has no docstring"


def test_type_checkers_see_the_same_names_as_users():
    tree = ast.parse((ROOT / "claimcmp" / "__init__.py").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.asname: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == cc._MODULE_OF


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'compair'"):
        _ = cc.compair


def test_models_is_reached_without_an_import_of_its_own():
    assert callable(cc.models.bundled_sentence_transformer)


def test_every_error_derives_from_one_base():
    errors = [getattr(cc, name) for name in cc.__all__ if name.endswith("Error")]
    assert len(errors) > 5
    assert all(issubclass(error, cc.ClaimcmpError) for error in errors)


def test_the_wheel_holds_code_data_and_type_marker(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    kept = [p for p in (ROOT / "claimcmp").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    assert {str(p.relative_to(ROOT)) for p in kept} <= packed
    assert {"claimcmp/py.typed", "claimcmp/languages/ar.toml", "claimcmp/messages/en.toml"} <= packed
    assert not [name for name in packed if name.startswith(("tests/", "benchmarks/", "seeds/"))]
