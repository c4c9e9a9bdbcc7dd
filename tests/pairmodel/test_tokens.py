import unicodedata

import pytest
from hypothesis import assume, example, given, settings, strategies as st

from claimcmp.models import build_tokenizer
from claimcmp.pairmodel.tokens import PairTokenizer

SENTENCES = (
    ("ar", "قال الوزير إن الجسر أُغلق يوم الاثنين، «ولن يُفتح قريباً» قبل ٣٠ يونيو/حزيران."),
    ("en", "The minister’s office said 3,500 people — “all of them alive” — had left by 14 May 2021."),
    ("ru", "По словам министра, мост закрыли в понедельник; погибли не менее 12 человек."),
    ("fr", "« L’opération s’achèvera à 18 h 30 », a déclaré la préfète à l’AFP, œuvre comprise."),
    ("es", "¿Cuándo abrirá el puente? «El año que viene», respondió el alcalde de Logroño."),
    ("de", "Die Straßenbahn fährt erst übermorgen wieder, teilte der Oberbürgermeister mit."),
    ("tr", "Köprünün pazartesi günü kapatıldığını İçişleri Bakanı’nın sözcüsü açıkladı."),
    ("fa", "سخنگوی وزارت گفت پل روز دوشنبه بسته می‌شود و ۲۵ نفر زخمی شده‌اند."),
)
SPECIAL = ("</s>", "<s>", "<pad>", "<unk>")
ODD = (
    "",
    " ",
    "  two  spaces ",
    "tab\tand\nline",
    "▁",
    "a▁b ▁c",
    "\x1cnot a space",
    "½ ① ﷺ ﬁ",
    "🙂🙂 x🙂",
    "\ue000\ue001 unknown",
    "ab" * 300,
)


@pytest.fixture(scope="module")
def tokenizer(packed):
    return PairTokenizer(packed, side_tokens=80)


@pytest.fixture(scope="module")
def oracle(packed):
    return build_tokenizer(packed)


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_pieces_are_those_of_the_tokenizers_library(tokenizer, oracle, language, text):
    assert tokenizer.encode(text) == oracle.encode(text, add_special_tokens=False).ids, language
    assert len(tokenizer.encode(text)) > 10


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_split_as_by_the_tokenizers_library(tokenizer, oracle, text):
    assert tokenizer.encode(text) == oracle.encode(text, add_special_tokens=False).ids


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
@example("ꟲ")
@example("🯱🅬")
def test_any_text_is_split_as_by_the_tokenizers_library(tokenizer, oracle, text):
    # Python's version of Unicode is newer: where it folds a letter unknown to the library, the library is given the folded text.
    assume(not any(piece in text for piece in SPECIAL))  # these have a test of their own
    assert tokenizer.encode(text) == oracle.encode(unicodedata.normalize("NFKC", text), add_special_tokens=False).ids


def test_a_pair_is_joined_as_by_the_tokenizers_library(tokenizer, oracle):
    left, right = SENTENCES[0][1], SENTENCES[1][1]
    assert tokenizer.encode_pair(left, right, prefix="query: ") == oracle.encode(f"query: {left}", right).ids


def test_each_side_is_cut_to_its_first_pieces(packed):
    tokenizer = PairTokenizer(packed, side_tokens=5)
    left, right = tokenizer.encode("query: " + SENTENCES[1][1])[:5], tokenizer.encode(SENTENCES[2][1])[:5]
    ends = (packed.beginning, packed.end)
    assert tokenizer.encode_pair(SENTENCES[1][1], SENTENCES[2][1], prefix="query: ") == [ends[0], *left, ends[1], ends[1], *right, ends[1]]


@pytest.mark.parametrize("text", [*SPECIAL, "a </s> b"])
def test_text_written_like_a_special_piece_stays_text(tokenizer, packed, text):
    assert {packed.beginning, packed.end, packed.padding, packed.unknown}.isdisjoint(tokenizer.encode(text))


def test_a_lone_surrogate_does_not_raise(tokenizer):
    assert tokenizer.encode("a \ud800 b")
