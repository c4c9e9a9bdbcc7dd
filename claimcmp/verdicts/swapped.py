"""Two names that have changed places in the same words: "Ajax beat Feyenoord", "Feyenoord beat Ajax".

Teams, companies and people of whom nothing is known are no actors on any
list. That both texts are the same words but for two that stand where the
other stood shows what the parties are; who does it is then read as of known actors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcmp.facets.actor_names import load_actor_tables
from claimcmp.facets.doer_tables import load_doer_tables
from claimcmp.facets.doers import WORDS, Party
from claimcmp.facets.foreign import load_foreign_sounds
from claimcmp.facets.negator_words import load_negators
from claimcmp.facets.phrases import Word, get_table, read_words
from claimcmp.records import Actor, Claim, Place, Quantity, Span, When
from claimcmp.settings import Settings
from claimcmp.text.words import load_stemmer, overlaps

_LONGEST_NAME = 4
_QUOTES = frozenset("«»“”„\"'‘’")

Parties = tuple[Party, Party]


def find_swapped(left: Claim, right: Claim, settings: Settings) -> tuple[Parties, Parties] | None:
    """The two names that have changed places, in their order on the left and on the right; None where more or less differs.

    Names are capitalised where the script has capitals, and no dates or
    figures; a word for what is done must stand where the language has its verb.
    """
    sides = [[word for word in read_words(c.text, c.language, settings, c.span.start) if word.token.is_word] for c in (left, right)]
    keys = [[_key(word) for word in words] for words in sides]
    for start, first, last, end in _list_exchanges(*keys):
        middle = end - start - first - last
        runs = sides[0][start : start + first], sides[0][end - last : end]
        others = sides[1][start : start + last], sides[1][end - first : end]
        rests = sides[0][:start], sides[0][start + first : start + first + middle], sides[0][end:]
        is_named = _is_name(runs[1], left, settings) and _is_name(others[1], right, settings)
        if is_named and _has_deed(rests, (*runs, *others), left, settings):
            return (_make(runs[0], left), _make(runs[1], left)), (_make(others[0], right), _make(others[1], right))
    return None


def _list_exchanges(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where two runs of words stand exchanged: their common start, the length of the first and of the last, and their end."""
    differing = [at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other]
    if len(left) != len(right) or not differing:
        return
    start, end = differing[0], differing[-1] + 1
    mine, theirs = left[start:end], right[start:end]
    for first in range(1, min(_LONGEST_NAME, len(mine) - 1) + 1):
        for last in range(1, min(_LONGEST_NAME, len(mine) - first) + 1):
            if mine[:first] == theirs[-first:] and mine[-last:] == theirs[:last] and mine[first:-last] == theirs[last:-first]:
                yield start, first, last, end


def _key(word: Word) -> str:
    return word.whole[-1] if word.whole else word.folded


def _make(words: Sequence[Word], claim: Claim) -> Party:
    """A party of words, with the quotation marks around them."""
    start, end = words[0].token.start, words[-1].token.end
    name = claim.text[start - claim.span.start : end - claim.span.start]
    before, after = start - claim.span.start - 1, end - claim.span.start
    is_quoted = before >= 0 and after < len(claim.text) and {claim.text[before], claim.text[after]} <= _QUOTES
    return Party(name, tuple(map(_key, words)), WORDS, Span(start=start - is_quoted, end=end + is_quoted))


def _is_name(words: Sequence[Word], claim: Claim, settings: Settings) -> bool:
    """Whether words that do not open a text may be a name."""
    span = Span(start=words[0].token.start, end=words[-1].token.end)
    if any(isinstance(f, When | Quantity) and overlaps(f.span, span) for f in claim.facets) or _is_empty(words[0], claim, settings):
        return False
    if not load_foreign_sounds(claim.language).weights:
        return words[0].initial.isupper()
    articles = load_actor_tables(claim.language, settings.language_files).articles
    adverb_endings = tuple(get_table(claim.language, "actors", settings.language_files).get("adverb_endings", ()))
    is_known = any(isinstance(f, Actor | Place) and overlaps(f.span, span) for f in claim.facets)
    return is_known or words[0].folded.startswith(tuple(articles)) or not words[-1].folded.endswith(adverb_endings)


def _has_deed(rests: tuple[Sequence[Word], ...], runs: Sequence[Sequence[Word]], claim: Claim, settings: Settings) -> bool:
    """Whether a word for what is done stands where it tells who does it: between the names, before two of them that are surely names, or at the end."""
    before, between, after = (any(not _is_empty(word, claim, settings) for word in words) for words in rests)
    order = get_table(claim.language, "attribution", settings.language_files).get("order")
    if order == "verb_final":
        return after
    articles = tuple(load_actor_tables(claim.language, settings.language_files).articles)
    is_sure = bool(articles) and all(words[0].folded.startswith(tuple(articles)) for words in runs)
    return between or (order == "verb_first" and before and is_sure)


def _is_empty(word: Word, claim: Claim, settings: Settings) -> bool:
    """Whether a word is a preposition, a conjunction, an auxiliary or the like."""
    negators = load_negators(claim.language, settings.language_files)
    doers = load_doer_tables(claim.language, settings.language_files)
    listed = negators.empty | negators.light | negators.boundaries | negators.coordinators
    listed |= load_stemmer(claim.language, settings.language_files).function_words
    if doers is not None:
        listed |= doers.before_doer | doers.before_target | doers.before_other
    return word.folded in listed
