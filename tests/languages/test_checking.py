"""A user's language file: what it adds, and how it is told what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcmp as cc
from claimcmp.languages import list_languages, load_tables

WRONG = [
    ("a misspelt key", '[en.places.name]\nTR = ["Anatolia"]', r"there is no \[en\.places\.name\]; did you mean 'names'\?"),
    ("a misspelt table", '[en.place.names]\nTR = ["Anatolia"]', r"there is no \[en\.place\]; did you mean 'places'\?"),
    ("no table that is near", "[en.colours]\nred = 1", r"there is no \[en\.colours\]; known: .*attribution.*places"),
    ("no language", '[places.names]\nTR = ["Anatolia"]', r"\[places\] is no language; begin every table with a code"),
    ("a text for a list", '[en.attribution]\noutlets = "herald"', r"\[en\.attribution\.outlets\] must be a list, not a text"),
    ("a text for a list of names", '[en.places.names]\nTR = "Anatolia"', r"\[en\.places\.names\.TR\] must be a list, not a text"),
    ("no table", "[en]\nplaces = 3", r"\[en\.places\] must be a table, not a number"),
    ("no TOML", "[en", "must be readable UTF-8 TOML"),
]


@pytest.mark.parametrize(("text", "message"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_is_told_with_file_and_place(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    settings = cc.Settings(language_files=(path,))
    with pytest.raises(cc.LanguageDataError, match=message) as told:
        cc.compare({"Herald": "The bridge is shut.", "Courier": "The bridge is open."}, settings=settings)
    assert "words.toml" in str(told.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(cc.LanguageDataError, match=r"gone\.toml"):
        cc.judge("The bridge is shut", "The bridge is open", settings=cc.Settings(language_files=(tmp_path / "gone.toml",)))


@pytest.mark.parametrize("language", list_languages())
def test_every_bundled_language_passes_the_check(language: str, tmp_path: Path) -> None:
    source = Path(cc.__file__).parent / "languages" / f"{language}.toml"
    path = tmp_path / "copy.toml"
    text = source.read_text(encoding="utf-8")
    path.write_text(
        text.replace("\n[[", f"\n[[{language}.").replace("\n[", f"\n[{language}.").replace(f"[{language}.[", "[["), encoding="utf-8"
    )
    assert load_tables(language, (path,)).keys() == load_tables(language).keys()


def test_a_language_of_ones_own_may_use_the_tables_of_any_other(tmp_path: Path) -> None:
    path = tmp_path / "it.toml"
    path.write_text('[it.places.names]\nTR = ["Turchia"]', encoding="utf-8")
    assert load_tables("it", (path,)) == {"places": {"names": {"TR": ["Turchia"]}}}


def test_an_unknown_setting_is_told_with_the_one_it_is_near_to() -> None:
    with pytest.raises(cc.InvalidSettingError, match="no setting 'min_point_scor'; did you mean 'min_point_score'"):
        cc.Settings(min_point_scor=0.5)
    with pytest.raises(cc.InvalidSettingError, match=r"no setting 'colour'; see help\(claimcmp\.Settings\)"):
        cc.Settings(colour=1)
