"""Quotations of every mark, balanced or not."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from claimcmp.records import Span
from claimcmp.text.quotes import cut_unclosed, find_quotes, goes_on

CASES = [
    ("curly double marks", "He said “go now” and left", ["“go now”"]),
    ("straight double marks", 'He said "go now" and left', ['"go now"']),
    ("two quotations with straight marks", '"a b" and "c d"', ['"a b"', '"c d"']),
    ("guillemets", "قال «نعم نحن هنا» ثم خرج", ["«نعم نحن هنا»"]),
    ("guillemets turned inwards", "Er sagte »komm her« und ging", ["»komm her«"]),
    ("guillemets with spaces", "Il dit « viens ici » et part", ["« viens ici »"]),
    ("low and high marks", "Er sagte „komm her“ und ging", ["„komm her“"]),
    ("low and right high marks", "Powiedział „chodź tu” i wyszedł", ["„chodź tu”"]),
    ("corner brackets", "彼は「行く」と言った", ["「行く」"]),
    ("single curly marks", "He said ‘go now’ and left", ["‘go now’"]),
    ("single straight marks", "He said 'go now' and left", ["'go now'"]),
    ("doubled single marks", "He said ''go now'' and left", ["''go now''"]),
    ("backticks and doubled single marks", "He said ``go now'' and left", ["``go now''"]),
    ("a curly mark closed by a straight one", 'He said “go now" and left', ['“go now"']),
    ("a closing mark used to open", "He said ”go now” and left", ["”go now”"]),
    ("a quotation inside a quotation", "“He said ‘go’ to us,” she said", ["“He said ‘go’ to us,”"]),
    ("straight marks inside straight marks", '"He said, "go," to us," she said', ['"He said, "go," to us,"']),
    ("guillemets inside marks", "“read «Dawn» today”", ["“read «Dawn» today”"]),
    ("apostrophes", "Demir's boats weren't sold in the '90s, the owners' union said", []),
    ("never closed", "He said “go now and left", ["“go now and left"]),
    ("never closed, with space after", "“go now  ", ["“go now"]),
    ("never opened", "go now” he said", []),
    ("never opened, after a space", "Il part », dit-il", []),
    ("never opened, after a dot", 'Go now." he said', []),
    ("a lone single mark", "He said ‘go now and left", []),
    ("nothing", "He left", []),
    ("marks at the edges", "“go”", ["“go”"]),
    ("an inch mark", 'a 5" pipe burst', []),
]


@pytest.mark.parametrize(("text", "quotes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quotations_are_found_with_their_marks(text: str, quotes: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in find_quotes(text, 0, len(text))] == quotes


@pytest.mark.parametrize(
    ("text", "inner"), [("“go now”", "go now"), ("''go now''", "go now"), ("“go now", "go now"), ("«»", ""), ("« a »", " a ")]
)
def test_the_inside_of_a_quotation_is_without_marks(text: str, inner: str) -> None:
    (quote,) = find_quotes(text, 0, len(text))
    assert text[quote.inner.start : quote.inner.end] == inner


def test_a_quotation_knows_whether_it_was_closed() -> None:
    assert [quote.is_closed for quote in find_quotes("“a” and “b", 0, 10)] == [True, False]


def test_only_the_given_paragraph_is_read() -> None:
    text = "“a”\n“b”"
    assert [(quote.start, quote.end) for quote in find_quotes(text, 4, 7)] == [(4, 7)]


@given(st.text(alphabet="ab '\"“”‘’«»„‟‹›「」『』`\n", max_size=60))
def test_quotations_are_ordered_apart_and_within_bounds(text: str) -> None:
    quotes = find_quotes(text, 0, len(text))
    edges = [edge for quote in quotes for edge in (quote.start, quote.end)]
    assert edges == sorted(edges)
    assert all(0 <= quote.start < quote.end <= len(text) for quote in quotes)
    assert all(quote.start <= quote.inner.start <= quote.inner.end <= quote.end for quote in quotes)


@pytest.mark.parametrize(
    ("text", "ends"),
    [("He said “go now. They left.", ["He said “go now."]), ("He said “go now. They left.” It rained.", ["He said “go now. They left.”"])],
)
def test_a_quotation_that_is_never_closed_ends_with_its_sentence(text: str, ends: list[str]) -> None:
    first = text.index(".") + 1
    sentences = (Span(start=0, end=first), Span(start=first + 1, end=len(text)))
    assert [text[: quote.end] for quote in cut_unclosed(find_quotes(text, 0, len(text)), sentences)] == ends


@pytest.mark.parametrize(
    ("text", "expected"), [("“And go", True), ('"And go', True), ("And “go”", False), ("’Twas so", False), ("", False)]
)
def test_a_paragraph_that_opens_with_a_mark_goes_on_with_a_quotation(text: str, expected: bool) -> None:
    assert goes_on(text, 0) is expected
