"""From a mention to a Source: kind, role and name."""

from __future__ import annotations

import re

import attrs

from claimcmp.extract.raw import Mention
from claimcmp.extract.spelling import find_names, read_tokens
from claimcmp.extract.titles import find_holder
from claimcmp.extract.view import PhraseSet
from claimcmp.extract.words import NOUN_LISTS, Lexicon
from claimcmp.records import Source, SourceKind
from claimcmp.text.normal import fold
from claimcmp.text.tokens import Token

_QUOTES = re.compile("[\"“”«»„]|(?<!\\w)['‘’]|['‘’](?!\\w)")
"""Quotation marks; an apostrophe inside a word is none."""

_MAX_JOINED_ARTICLE = 3
"""Letters of an article joined by a hyphen to a name: "al-", "ash-"."""


@attrs.frozen(kw_only=True)
class Named:
    """A mention taken apart: its words without quotation marks, its title and its name.

    ``is_same``: it says that it is the one named before («المصدر ذاته»).
    """

    words: tuple[str, ...]
    kind: SourceKind
    role: str | None
    name: str
    is_same: bool = False


def name_source(text: str, mention: Mention, lexicon: Lexicon, phrases: dict[str, PhraseSet]) -> tuple[Source, Named]:
    """The source of one mention, its canonical name not yet resolved over the article."""
    raw = text[mention.span.start : mention.span.end]
    named = take_apart(raw, mention.reason, lexicon, phrases)
    if mention.is_outlet and named.kind is not SourceKind.OUTLET:
        named = attrs.evolve(named, kind=SourceKind.OUTLET, role=None, name=_QUOTES.sub("", raw).strip(" ،,()[]"))
    source = Source(name=raw, span=mention.span, canonical=named.name, kind=named.kind, role=named.role, reason=mention.reason)
    return source, named


def take_apart(raw: str, reason: str | None, lexicon: Lexicon, phrases: dict[str, PhraseSet]) -> Named:
    """Kind, role and name of a source as written."""
    article = lexicon.words.article
    fused = next((p for p in lexicon.words.addressing if article and len(p) > 1 and raw.startswith(p)), "")
    whole = article + raw[len(fused) :] if fused else raw
    tokens = [token for token in read_tokens(whole, 0, lexicon, find_names(whole, lexicon)) if token.is_word]
    last = len(tokens)
    while last > 1 and tokens[last - 1].folded in lexicon.sets["self_words"]:
        last -= 1
    if last == len(tokens):
        return _take_apart(whole, tokens, reason, lexicon, phrases)
    return attrs.evolve(_take_apart(whole[: tokens[last - 1].end], tokens[:last], reason, lexicon, phrases), is_same=True)


def _take_apart(raw: str, tokens: list[Token], reason: str | None, lexicon: Lexicon, phrases: dict[str, PhraseSet]) -> Named:
    words = tuple(token.folded for token in tokens)
    plain = _QUOTES.sub("", raw).strip(" ,،")
    if not words:
        return Named(words=words, kind=SourceKind.PERSON, role=None, name=plain)
    first = next((i for i, word in enumerate(words[:-1]) if word not in lexicon.sets["determiners"]), 0)
    is_last = lexicon.words.head_last or all(word in lexicon.sets["determiners"] for word in words[:-1])
    kind = _find_kind(words, reason, phrases, len(words) - 1 if is_last else first)
    if kind is SourceKind.PERSON and first and tokens[first].text[0].islower():
        kind = SourceKind.ORGANISATION
    if kind is SourceKind.OUTLET and lexicon.words.article and _find_name(plain, lexicon):
        kind = SourceKind.POST
    if kind is SourceKind.OUTLET:
        return Named(words=words, kind=kind, role=None, name=_outlet_name(raw, tokens, phrases) or plain)
    apposed = _split_apposition(raw, lexicon)
    if apposed is not None:
        return Named(words=words, kind=SourceKind.PERSON, role=apposed[1], name=apposed[0])
    split = _split_title(raw, tokens, lexicon)
    by_case = not lexicon.words.article and kind is SourceKind.ORGANISATION
    if split is not None and split > 0 and (by_case or kind in (SourceKind.POST, SourceKind.PERSON, SourceKind.ANONYMOUS)):
        start = tokens[split].start
        role = raw[tokens[0].start : tokens[split - 1].end].strip(" ،,")
        return Named(words=words, kind=SourceKind.PERSON, role=role, name=raw[start : tokens[-1].end])
    if kind is SourceKind.ANONYMOUS:
        plain = _nominative(plain, lexicon)
    return Named(words=words, kind=kind, role=plain if kind is SourceKind.POST else None, name=plain)


def _nominative(name: str, lexicon: Lexicon) -> str:
    """An unnamed group in its dictionary case («مسؤولين أميركيين» is «مسؤولون أميركيون»)."""
    words = name.split()
    for oblique, nominative in lexicon.words.case_endings.items():
        agreeing = 0
        while agreeing < len(words) and words[agreeing].endswith(oblique) and len(words[agreeing]) > len(oblique) + 2:
            agreeing += 1
        words = [word.removesuffix(oblique) + nominative for word in words[:agreeing]] + words[agreeing:]
    return " ".join(words)


def _find_kind(words: tuple[str, ...], reason: str | None, phrases: dict[str, PhraseSet], head: int) -> SourceKind:
    """The kind of a source whose head noun would be the word ``head``."""
    article_free = words[0]
    if reason or _is_compound(words, phrases):
        return SourceKind.ANONYMOUS
    if any(
        phrases["outlets"].match(words, i) and not phrases["informants"].match(words, i - 1) for i in range(min(4, len(words)))
    ) or phrases["outlet_nouns"].match(words, head):
        return SourceKind.OUTLET
    if phrases["document_nouns"].match(words, head):
        return SourceKind.DOCUMENT
    if phrases["organisation_nouns"].match(words, head):
        return SourceKind.ORGANISATION
    if any(phrases["anonymous_nouns"].match(words, i) for i in range(min(3, len(words)))):
        return SourceKind.ANONYMOUS
    if any(phrases["post_nouns"].match(words, i) for i in range(len(words))):
        return SourceKind.POST
    if any(phrases["organisation_nouns"].match(words, i) for i in range(len(words))):
        return SourceKind.ORGANISATION
    return SourceKind.PERSON if article_free else SourceKind.ANONYMOUS


def _is_compound(words: tuple[str, ...], phrases: dict[str, PhraseSet]) -> bool:
    """Whether a body's noun only tells whose unnamed member speaks ("a White House official")."""
    last = len(words) - 1
    is_body = any(i + phrases["organisation_nouns"].match(words, i) == last for i in range(last))
    return is_body and bool(phrases["anonymous_nouns"].match(words, last))


def _outlet_name(raw: str, tokens: list[Token], phrases: dict[str, PhraseSet]) -> str:
    """The outlet's own name: what is quoted, or the known name, without "newspaper" before it."""
    words = tuple(token.folded for token in tokens)
    for at in range(len(words)):
        length = phrases["outlets"].match(words, at)
        if length:
            return raw[tokens[at].start : tokens[at + length - 1].end]
    return ""


def _split_apposition(raw: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Name and post of "John Kirby, the White House spokesman", in either order."""
    if lexicon.sets["title_words"]:
        return _split_caseless_apposition(raw, lexicon)
    first, comma, rest = raw.partition(",")
    if not comma or lexicon.words.article:
        return None
    for name, post in ((first.strip(), rest.strip(" ,")), (rest.strip(" ,"), first.strip())):
        words = name.split()
        titled = any(lexicon.fold(word) in lexicon.sets["post_nouns"] for word in post.split())
        if titled and 1 <= len(words) <= 5 and all(_is_capital(word) or word in lexicon.sets["name_parts"] for word in words):
            rank = len(words) > 2 and lexicon.fold(words[0]) in lexicon.sets["post_nouns"]
            return " ".join(words[rank:]), post
    return None


def _is_capital(word: str) -> bool:
    """Whether a word is written with a capital, after an article joined by a hyphen too ("al-Mansouri", "el-Sayed")."""
    lead, hyphen, rest = word.partition("-")
    return word[0].isupper() or (bool(hyphen) and lead.isalpha() and len(lead) <= _MAX_JOINED_ARTICLE and rest[:1].isupper())


def _split_caseless_apposition(raw: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The same where a known title tells which is the post; of two titles, the one that a name follows gives the name."""
    parts = [part.strip() for part in raw.replace("،", ",").split(",")]
    if len(parts) != 2 or not all(parts):
        return None
    titled = [lexicon.fold(part.split()[0]) in lexicon.sets["post_nouns"] for part in parts]
    if sum(titled) == 1:
        return _without_origin(parts[titled.index(False)], lexicon), parts[titled.index(True)]
    names = [_find_name(part, lexicon) for part in parts] if all(titled) and lexicon.words.article else []
    return next(((name, other) for name, other in zip(names, reversed(parts), strict=True) if name), None) if names else None


def _without_origin(name: str, lexicon: Lexicon) -> str:
    """A name of two words or more without the adjective with the article that says where its holder is from («الألماني كلاوس بريم»)."""
    first, *rest = name.split()
    article, endings = lexicon.words.article, tuple(lexicon.sets["adjective_endings"])
    is_origin = bool(article) and first.startswith(article) and lexicon.fold(first).endswith(endings)
    return " ".join(rest) if is_origin and len(rest) > 1 else name


def _find_name(titled: str, lexicon: Lexicon) -> str | None:
    """The name of two or more words after a title."""
    tokens = [token for token in read_tokens(titled, 0, lexicon, find_names(titled, lexicon)) if token.is_word]
    split = _split_title(titled, tokens, lexicon)
    return titled[tokens[split].start : tokens[-1].end] if split and len(tokens) - split >= 2 else None


def _split_title(raw: str, tokens: list[Token], lexicon: Lexicon) -> int | None:
    """Index of the word where the holder's name begins after a title, or None."""
    words = [token.folded for token in tokens]
    if lexicon.words.article:
        return find_holder(tokens, words, lexicon)
    if lexicon.sets["title_words"]:
        return _split_caseless(words, lexicon)
    last_title = max((i for i, word in enumerate(words) if word in lexicon.sets["post_nouns"]), default=None)
    last_title = _find_witness(tokens, words, lexicon) if last_title is None else last_title
    if last_title is None or last_title + 1 >= len(words):
        return None
    names = range(last_title + 1, len(words))
    if all(_is_capital(tokens[i].text) and words[i] not in lexicon.sets["not_names"] for i in names):
        return last_title + 1
    return _split_genitive(tokens, words, lexicon, last_title) if lexicon.words.name_after_genitive else None


def _find_witness(tokens: list[Token], words: list[str], lexicon: Lexicon) -> int | None:
    """The noun of somebody mostly unnamed before two or three words of a name ("Görgü tanığı Umut Kaya")."""
    nouns = lexicon.sets["anonymous_nouns"]
    found = (i for i in range(len(words)) if words[i] in nouns or (i and f"{words[i - 1]} {words[i]}" in nouns))
    last = max(found, default=None)
    names = range(0 if last is None else last + 1, len(words))
    is_name = (
        2 <= len(names) <= 3 and words[names[0] - 1] not in lexicon.sets["informants"] and all(_is_capital(tokens[i].text) for i in names)
    )
    return last if is_name else None


def _split_genitive(tokens: list[Token], words: list[str], lexicon: Lexicon, title: int) -> int | None:
    """The trailing name after a title and what it is the title of («министр обороны США …»)."""
    at = len(words)
    while (
        at > title + 1
        and (_is_capital(tokens[at - 1].text) or words[at - 1] in lexicon.sets["name_parts"])
        and words[at - 1] not in lexicon.sets["not_names"]
    ):
        if at < len(words) and tokens[at].start - tokens[at - 1].end > 1:
            break
        at -= 1
    is_governed = any(words[at - 1] in lexicon.sets[key] for key in ("noun_links", "determiners", "genitives"))
    at += is_governed
    if len(words) - at > 2 and not any(word in lexicon.sets["name_parts"] for word in words[at:]):
        at = len(words) - 2
    return at if at + 2 <= len(words) and _is_capital(tokens[at].text) else None


def _split_caseless(words: list[str], lexicon: Lexicon) -> int | None:
    """Where neither case nor article tells: two or three words behind all that can belong to the title."""
    title = lexicon.sets["title_words"].union(*(lexicon.sets[key] for key in NOUN_LISTS))
    last = max((i for i, word in enumerate(words) if word in title), default=-1)
    return last + 1 if words[0] in lexicon.sets["post_nouns"] and 2 <= len(words) - last - 1 <= 3 else None


def without_article(word: str, lexicon: Lexicon) -> str:
    """The folded word without the article that is written joined to it."""
    article = fold(lexicon.words.article)
    return word[len(article) :] if article and word.startswith(article) and len(word) > len(article) + 2 else word
