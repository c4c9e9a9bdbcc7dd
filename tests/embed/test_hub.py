"""A model that cannot be had is told of at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from claimcmp import ModelError
from claimcmp.embed import embed_claims, hub
from claimcmp.verdicts import judge


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No hub, and an empty folder for models downloaded before."""
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    return tmp_path


def test_an_id_nobody_has_is_told_at_once_and_that_the_machine_is_offline(offline: Path) -> None:
    begun = time.perf_counter()
    with pytest.raises(ModelError, match=r"judge='some/model' is no folder.*this machine is offline"):
        judge("The gate is open", "The gate is shut", judge="some/model")
    with pytest.raises(ModelError, match="encoder='some/model' is no folder"):
        embed_claims([], encoder="some/model")
    assert time.perf_counter() - begun < hub.TIMEOUT


@pytest.mark.parametrize("name", ["./gone", "/nowhere/gone", "models/of/mine", Path("gone")])
def test_a_path_that_is_not_there_is_no_question_to_the_hub(name: str | Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "_answers", lambda: pytest.fail("the hub was asked"))
    with pytest.raises(ModelError, match="there is no such folder"):
        hub.check_model(name, option="judge")


@pytest.mark.parametrize(("name", "folder"), [("some/model", "models--some--model"), ("small", "models--sentence-transformers--small")])
def test_a_model_downloaded_before_is_loaded_from_its_files_alone(name: str, folder: str, offline: Path) -> None:
    (offline / folder / "snapshots").mkdir(parents=True)
    assert hub.check_model(name, option="judge") is True


def test_where_the_hub_answers_or_a_folder_is_given_nothing_is_held_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.delenv("TRANSFORMERS_OFFLINE", raising=False)
    monkeypatch.setattr(hub, "_answers", lambda: True)
    assert hub.check_model("some/model", option="judge") is False
    assert hub.check_model(tmp_path, option="judge") is False


def test_offline_by_choice_asks_nobody(offline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "_answers", lambda: pytest.fail("the hub was asked"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="offline"):
        hub.check_model("some/model", option="judge")
