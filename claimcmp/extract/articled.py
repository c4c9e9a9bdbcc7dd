"""Where a noun phrase ends in a language whose nouns and adjectives have the article joined (Arabic)."""

from __future__ import annotations

from claimcmp.extract.titles import MAX_HOLDER_WORDS, is_complement, is_definite, is_known_noun
from claimcmp.extract.view import Sentence

_NAME_WORDS = 5


def find_phrase_end(sentence: Sentence, first: int, last: int) -> int:
    """Where the noun phrase that begins at ``first`` ends («الوفد | المدينة», «وزيرة العدل السابقة | فلان», «حماس | الحكومة»).

    A construct runs up to its first word with the article or proper name;
    adjectives with the article follow it; what "and" joins goes on with it; any
    other word begins the next phrase. To a title or body belongs what it is for
    («الأمين العام للاتحاد»), to a title the name of its holder («الدكتور فلان | الوفد»).
    A phrase without the article and without a known name is not cut.
    """
    if _is_given_name(sentence, first):
        return _skip_name(sentence, first, last)
    length = sentence.match("organisation_nouns", first)
    head, at, is_finished = first, first + (length if length > 1 else 0), length > 1
    while at < last:
        if sentence.is_open(at) and _is_named(sentence, at):
            at, is_finished = sentence.quote_end(at), True
            continue
        if not sentence.tokens[at].is_word or (not is_finished and _is_surname(sentence, head, at)):
            return at
        if is_finished:
            found = _go_on(sentence, head, at)
            if found is None:
                return _skip_name(sentence, at, last) if _heads(sentence, head) else at
            head, is_finished = found
        is_finished = is_finished or _has_article(sentence, at) or _is_proper(sentence, at)
        at += 1
    return last


def _go_on(sentence: Sentence, head: int, at: int) -> tuple[int, bool] | None:
    """The head of the phrase and whether it is finished, where the word at ``at`` goes on with a finished one; else None."""
    is_title = _heads(sentence, head)
    word, lexicon = sentence.words[at], sentence.lexicon
    if (is_title or is_known_noun(sentence.words[head], lexicon)) and is_complement(sentence.tokens[at], word, lexicon):
        return head, is_definite(sentence.tokens[at], lexicon.words.article)
    if is_title and _is_link(sentence, at):
        return head, False
    if sentence.has("self_words", at):
        return head, True
    joined = _find_joined(sentence, at)
    if joined == "noun":
        return at, False
    return (head, True) if joined or _is_adjective(sentence, head, at) else None


def _heads(sentence: Sentence, head: int) -> bool:
    """Whether the head of a phrase is a title, with or without a joined conjunction."""
    return sentence.has("post_nouns", head) or sentence.lexicon.has("post_nouns", sentence.without_conjunction(head)[0])


def _is_surname(sentence: Sentence, head: int, at: int) -> bool:
    """Whether the one unknown word before ``at`` is a person, since a place, body or audience follows that it cannot belong to («ماكرون | إيران»)."""
    word, lexicon = sentence.words[head], sentence.lexicon
    is_common = any(sentence.has(key, head) for key in ("people_nouns", "anonymous_nouns", "link_heads", "object_nouns", "speech_nouns"))
    if at != head + 1 or is_common or lexicon.is_verbal_noun(word) or is_known_noun(word, lexicon) or sentence.match("source_stops", head):
        return False
    is_body = _has_article(sentence, at) and sentence.match("organisation_nouns", at) > 0
    return is_body or _is_proper(sentence, at) or sentence.has("addressed_nouns", at) or _is_governed(sentence, at)


def _is_governed(sentence: Sentence, at: int) -> bool:
    """Whether a joined preposition makes the word the complement of a verb («بالتقدم», «بجهود الوساطة»), no name that begins with its letter."""
    word, lexicon = sentence.words[at], sentence.lexicon
    rests = [word[len(p) :] for p in lexicon.words.proclitics if p not in lexicon.words.addressing and word.startswith(p)]
    if not rests or word in lexicon.given_names:
        return False
    is_articled = any(rest.startswith(lexicon.words.article) for rest in rests)
    return is_articled or any(lexicon.is_verbal_noun(r) or lexicon.has("object_nouns", r) or lexicon.has("praised_nouns", r) for r in rests)


def _is_link(sentence: Sentence, at: int) -> bool:
    """Whether a preposition goes on with a title («القيادي في حركة …», «المتحدث باسم الجيش»), and tells no occasion («الوزير في بيان»)."""
    if not sentence.has("post_links", at) or sentence.match("speech_nouns", at + 1) or at + 1 >= sentence.end:
        return False
    return not sentence.has("source_links", at) or is_known_noun(sentence.words[at + 1], sentence.lexicon)


def skip_holder(sentence: Sentence, first: int, last: int) -> int:
    """The token after the name at ``first``: indefinite words that are no preposition and no place, and a surname with the article."""
    end = first
    while end < min(last, first + MAX_HOLDER_WORDS) and sentence.tokens[end].is_word:
        word = sentence.words[end]
        if sentence.match("source_stops", end) or (end > first and word in sentence.lexicon.places):
            break
        if _has_article(sentence, end) and not sentence.has("name_parts", end):
            is_surname = (
                end > first
                and not is_known_noun(word, sentence.lexicon)
                and (end == first + 1 or sentence.ends_with("surname_endings", end))
            )
            return end + is_surname
        end += 1
    return end


def _skip_name(sentence: Sentence, first: int, last: int) -> int:
    """The token after a name that begins at ``first``; ``first`` where another noun stands there."""
    return skip_holder(sentence, first, last) if _begins_name(sentence, first) else first


def _begins_name(sentence: Sentence, at: int) -> bool:
    """Whether an indefinite word behind a finished phrase can be a name: no noun with a complement («تعامل الحكومة») or a possessor («خصمه»)."""
    if _has_article(sentence, at) or sentence.match("source_stops", at) or _is_governed(sentence, at):
        return False
    if _is_given_name(sentence, at):
        return True
    lexicon, word = sentence.lexicon, sentence.words[at]
    is_noun = sentence.has("object_nouns", at) or lexicon.is_verbal_noun(word) or is_known_noun(word, lexicon)
    owned = at + 1 < sentence.end and _has_article(sentence, at + 1) and is_known_noun(sentence.words[at + 1], lexicon)
    return not (is_noun or owned or sentence.tokens[at].text.endswith(lexicon.words.possessives))


def _find_joined(sentence: Sentence, at: int) -> str:
    """What "and" joins to a phrase at ``at``: a word with the article ("word"), a noun that goes on ("noun"), or nothing ("")."""
    bare, cut = sentence.without_conjunction(at)
    if not cut:
        return ""
    if bare.startswith(sentence.lexicon.words.article):
        return "word"
    return "noun" if any(sentence.match(key, at, bare) for key in ("post_nouns", "organisation_nouns")) else ""


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether the marks that open here hold a name («صحيفة "بيلد"»)."""
    return at > 0 and sentence.has("name_nouns", at - 1) and sentence.quote_words(at) <= _NAME_WORDS


def _has_article(sentence: Sentence, at: int) -> bool:
    article = sentence.lexicon.words.article
    return bool(article) and sentence.tokens[at].text.startswith(article)


def _is_given_name(sentence: Sentence, at: int) -> bool:
    return sentence.words[at] in sentence.lexicon.given_names and not sentence.match("source_stops", at)


def _is_proper(sentence: Sentence, at: int) -> bool:
    """Whether the word ends the name of a place, body or outlet, which is definite without the article."""
    word, lexicon = sentence.words[at], sentence.lexicon
    return word in lexicon.places or word in lexicon.capitals or sentence.has("body_names", at) or sentence.has("outlets", at)


def _is_adjective(sentence: Sentence, head: int, at: int) -> bool:
    """A word with the article that the word lists, a relational ending, or form and agreement tell to be an adjective."""
    if not _has_article(sentence, at):
        return False
    if sentence.has("articled_adjectives", at):
        return True
    if sentence.has("articled_nouns", at):
        is_followed = at + 1 < sentence.end and _has_article(sentence, at + 1) and sentence.match("organisation_nouns", at + 1) > 0
        return is_followed and sentence.ends_with("feminine_endings", at)  # «الأحزاب المعارضة | الحكومة»
    if sentence.ends_with("adjective_endings", at):
        is_one = any(sentence.has(key, head) for key in ("post_nouns", "organisation_nouns")) and not sentence.ends_with(
            "sound_plurals", head
        )
        return not (is_one and sentence.ends_with("sound_plurals", at))
    bare = sentence.words[at].removeprefix(sentence.lexicon.words.article)
    agrees = any(sentence.ends_with("feminine_endings", i) for i in range(head, at))
    inflected = sentence.ends_with("feminine_endings", at) or sentence.ends_with("sound_plurals", at)
    agrees = agrees or (sentence.has("post_nouns", head) and not inflected)
    return agrees and sentence.lexicon.is_adjective(bare) and not is_known_noun(sentence.words[at], sentence.lexicon)
