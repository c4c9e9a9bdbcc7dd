"""Where the holder's name begins after a title, in a language whose article tells a title's words from a name's (Arabic)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from claimcmp.extract.view import Sentence
from claimcmp.extract.words import Lexicon
from claimcmp.text.tokens import Token

MAX_HOLDER_WORDS = 6
"""Words of a name («عبد العزيز بن سلمان بن عبد العزيز» has six)."""

_NOUNS = ("post_nouns", "organisation_nouns", "name_nouns", "title_words", "outlet_nouns", "document_nouns")

_MIN_WORD = 4
"""A shorter word is not read as a preposition with a noun."""


class _Part(StrEnum):
    """What a word is in a title with its holder's name."""

    DEFINITE = "definite"
    LINK = "link"
    HEAD = "head"
    MODIFIER = "modifier"
    ADJECTIVE = "adjective"
    PLAIN = "plain"


def find_holder(tokens: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> int | None:
    """Index of the word with which the name begins («رئيس الوزراء العراقي | محمد شياع السوداني»), or None.

    A title is a chain of nouns that ends with a definite one, with adjectives
    and prepositional phrases after it. An indefinite word behind a finished
    chain cannot belong to it, and begins the name; an unfinished chain takes
    one as its last part («محافظ تعز | نبيل شمسان»).
    """
    if not words or words[0] not in lexicon.sets["post_nouns"]:
        return None
    parts = [_find_part(token, word, lexicon) for token, word in zip(tokens, words, strict=True)]
    is_open = parts[0] is not _Part.DEFINITE
    start: int | None = None
    feminine = tuple(ending for ending in lexicon.words.adjective_endings if ending.endswith(lexicon.words.feminine_endings))
    for at in range(1, len(parts)):
        part = parts[at]
        if part in (_Part.LINK, _Part.HEAD):
            is_open, start = True, None
        elif start is not None:
            start = at if _begins_anew(parts, words, start, at, lexicon) else start
        elif part is _Part.DEFINITE:
            is_open = False
        elif part is _Part.MODIFIER:
            continue
        elif is_open:
            is_adjective = all(p is _Part.ADJECTIVE for p in parts[1 : at + 1])
            is_open = is_adjective or (at + 1 < len(parts) and parts[at + 1] is _Part.DEFINITE)
        elif part is _Part.PLAIN or (_Part.DEFINITE in parts[:at] and not words[at].endswith(feminine)):
            start = at
    return start if start is not None and _is_name(parts, start) else None


def leads_to_holder(sentence: Sentence, start: int, link: int, last: int) -> bool:
    """Whether the preposition at ``link`` goes on with the title that begins at ``start``: a name of two words or more follows."""
    if not sentence.lexicon.words.article or not sentence.has("post_links", link) or sentence.match("speech_nouns", link + 1):
        return False
    end = link + 1
    while end < last and sentence.tokens[end].is_word and (sentence.has("post_links", end) or not sentence.match("source_stops", end)):
        end += 1
    holder = find_holder(sentence.tokens[start:end], sentence.words[start:end], sentence.lexicon)
    if holder is None or start + holder <= link + 1 or end - start - holder < 2:
        return False
    return not _has_possessor(sentence.tokens[start + holder].text, sentence.lexicon)


def is_complement(token: Token, word: str, lexicon: Lexicon) -> bool:
    """Whether the word says what a title is the title of: "of" joined to a definite word or to a noun, no verbal noun («للاتحاد», «لجامعة», not «لوقف»)."""
    rests = [word[len(p) :] for p in lexicon.words.addressing if word.startswith(p) and len(word) >= _MIN_WORD]
    is_plural = bool(lexicon.words.plural_start) and any(
        token.text.startswith(p + lexicon.words.plural_start) for p in lexicon.words.addressing
    )
    is_act = any(rest in lexicon.sets["object_nouns"] or (lexicon.is_verbal_noun(rest) and not is_plural) for rest in rests)
    is_body = any(_is_noun(rest, lexicon) for rest in rests)
    return bool(rests) and (is_body or not is_act) and (is_definite(token, lexicon.words.article) or _is_governed(token, word, lexicon))


def ends_chain(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the noun phrase that begins at ``first`` is finished before ``at``, so that no noun there can belong to it."""
    if at <= first or not sentence.tokens[at - 1].is_word:
        return True
    part = _find_part(sentence.tokens[at - 1], sentence.words[at - 1], sentence.lexicon)
    is_noun = sentence.has("object_nouns", at - 1) or sentence.lexicon.is_verbal_noun(sentence.words[at - 1])
    return part is _Part.DEFINITE or not (part in (_Part.HEAD, _Part.LINK) or is_noun)


def _has_possessor(word: str, lexicon: Lexicon) -> bool:
    """Whether the word ends with a pronoun, as a verb with its object does («نظمته»)."""
    return any(word.endswith(("ت" + ending, ending) if len(ending) > 1 else "ت" + ending) for ending in lexicon.words.possessives)


def is_definite(token: Token, article: str) -> bool:
    """Whether the word has the article, alone or behind a joined conjunction or preposition."""
    return any(token.text.startswith(lead + article) for lead in ("", "ب", "و")) or token.text.startswith("لل")


def _begins_anew(parts: Sequence[_Part], words: Sequence[str], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether what seemed a name was a noun and its definite complement, and two more words follow."""
    return parts[at - 1] is _Part.DEFINITE and parts[at] is _Part.PLAIN and len(parts) - at >= 2 and words[start] not in lexicon.given_names


def _is_name(parts: Sequence[_Part], start: int) -> bool:
    holds = len(parts) - start
    is_surname = parts[start] is not _Part.ADJECTIVE and _Part.DEFINITE in parts[:start]
    return holds <= MAX_HOLDER_WORDS and (holds > 1 or is_surname)


def _find_part(token: Token, word: str, lexicon: Lexicon) -> _Part:
    if word in lexicon.sets["body_names"]:
        return _Part.DEFINITE
    if is_definite(token, lexicon.words.article):
        return _Part.PLAIN if word in lexicon.sets["name_parts"] else _Part.DEFINITE
    if word in lexicon.given_names and word not in lexicon.sets["post_links"]:
        return _Part.PLAIN
    if word in lexicon.sets["post_links"]:
        return _Part.LINK
    if word in lexicon.sets["title_modifiers"]:
        return _Part.MODIFIER
    if _is_noun(word, lexicon) or _is_governed(token, word, lexicon):
        return _Part.HEAD
    is_adjective = len(word) > _MIN_WORD and any(word.endswith(ending) for ending in lexicon.sets["adjective_endings"])
    return _Part.ADJECTIVE if is_adjective else _Part.PLAIN


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """A noun that takes a complement: a post, a body, or what a body can be in charge of."""
    return any(word in lexicon.sets[key] for key in ("post_nouns", "organisation_nouns", "name_nouns", "title_words"))


def is_known_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether the word, with or without the article, is a known noun of posts, bodies, outlets, documents or things, and no name."""
    bare = word.removeprefix(lexicon.words.article or "\0")
    return any(form in lexicon.sets[key] for form in (word, bare) for key in _NOUNS) or word in lexicon.sets["articled_nouns"]


def _is_governed(token: Token, word: str, lexicon: Lexicon) -> bool:
    """A noun behind a joined preposition («لحزب», «بجامعة»), not a name that begins with its letter."""
    rests = [word[len(p) :] for p in lexicon.words.proclitics if word.startswith(p) and len(word) >= _MIN_WORD]
    is_feminine = any(token.text.endswith(ending) for ending in lexicon.words.feminine_endings)
    return bool(rests) and (is_feminine or any(_is_noun(r, lexicon) or r in lexicon.sets["object_nouns"] for r in rests))
