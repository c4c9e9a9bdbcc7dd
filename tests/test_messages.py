"""Interface texts: the same keys and parameters in every interface language."""

from __future__ import annotations

from string import Formatter

import pytest

from claimcmp import LanguageDataError
from claimcmp.messages import load_messages, render_message


def list_parameters(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_interface_language_has_every_message() -> None:
    assert load_messages("ar").keys() == load_messages("en").keys()


# Reasons of verdicts are given dates in words once for each language, so their parameters differ.
@pytest.mark.parametrize("key", [key for key in sorted(load_messages("en")) if not key.startswith("verdict_")])
def test_a_message_uses_no_parameter_that_the_english_one_does_not_name(key: str) -> None:
    assert list_parameters(load_messages("ar")[key]) <= list_parameters(load_messages("en")[key])


def test_an_unknown_language_key_or_parameter_is_named() -> None:
    with pytest.raises(LanguageDataError, match="no interface language 'xx'; available: ar, en"):
        load_messages("xx")
    with pytest.raises(LanguageDataError, match="no message 'gone' in interface language 'en'"):
        render_message("gone", {})
    with pytest.raises(LanguageDataError, match="message 'cli_only' needs the parameter 'outlet'"):
        render_message("cli_only", {})
