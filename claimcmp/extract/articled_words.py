"""The keys of ``[attribution]`` for a language whose article tells a title from a name."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class ArticledWords:
    """What tells who says what where an article tells a title from a name (Arabic).

    body_names
        Whole names of bodies without the article («حماس»), behind which a name may begin.
    articled_adjectives, articled_nouns, adjective_shapes
        Adjectives that no ending tells («الأعلى»), nouns that look like adjectives («القضية»), both with the article, and
        regular expressions of adjectives without it, which must agree with the noun («مسلحة»).
    accusative_endings
        Endings of an indefinite predicate («انتهاكا»).
    sound_plurals, surname_endings
        Endings of plurals that name people («ين»), and of surnames with the article («القرني»).
    noun_leads, not_cues
        Words behind which the form of a verb is a noun («في رده»), and adverbs written like a verb («ردا»).
    reply_nouns
        Nouns that take the preposition after them, whatever the verb governs («في رده على»).
    object_pronouns
        Pronouns as a word of their own in the place of an object («إياها»).
    joined_stems
        Verbs that begin with the letter of a conjunction («وفر», «فك»); with the paradigm ``joined`` and the
        ``object_suffixes`` they are words that hold no conjunction, like those in ``conjunction_like``.
    self_words
        Words behind a noun that say it is the one named before («المصدر ذاته»).
    statement_nouns, inside_words
        Nouns for words that somebody else carries, and "in it" («تصريحا لفلان قال فيه»).
    document_verbs, inside_preposition
        Verbs and the preposition that tell what stands in a document («ورد في التقرير أن»).
    learning_verbs, learning_prepositions
        Verbs with which an outlet tells what it learned, and from whom («علمت الجريدة من مصدر أن»).
    renewing_verbs, light_prepositions
        Light verbs of repeating, and what follows their speech noun with the article («جدد التأكيد على»).
    plural_start
        First letter, as written, of plurals that look like verbal nouns («أعلام»).
    carrying_verbs
        Verbs that tell which outlet carried the words («تصريحات نقلتها وكالة»).
    verb_negators
        Words that deny the verb of saying right behind them («لم يؤكد»).
    people_nouns, addressed_nouns
        Nouns of groups that a noun may follow («قادة الجيش»), which tells them from names («ماكرون الجيش»), and whom one
        mostly calls on («دعا ماكرون الأطراف»).
    not_governed
        Adverbs that begin like what a verb governs («بالإجماع»), and objects that belong to a verb («كشف النقاب عن»).
    platforms
        Where something is published, which is no part of a source («على منصة …»).
    resumptives
        Words that begin a clause behind an according-to phrase («فقد»).
    rumour_nouns, about_words
        Nouns for a rumour that is denied («الأنباء»), and prepositions before what it is about («حول»).
    post_links
        Prepositions inside a title («القيادي في حركة X فلان»).
    label_links
        Prepositions between a speaker and where he speaks, before a colon («فلان من بغداد: …»).
    title_modifiers
        Words without the article that only add to a finished title («اللواء ركن فلان»).
    """

    label_links: tuple[str, ...] = ()
    articled_adjectives: tuple[str, ...] = ()
    articled_nouns: tuple[str, ...] = ()
    adjective_shapes: tuple[str, ...] = ()
    accusative_endings: tuple[str, ...] = ()
    sound_plurals: tuple[str, ...] = ()
    surname_endings: tuple[str, ...] = ()
    post_links: tuple[str, ...] = ()
    title_modifiers: tuple[str, ...] = ()
    body_names: tuple[str, ...] = ()
    rumour_nouns: tuple[str, ...] = ()
    about_words: tuple[str, ...] = ()
    noun_leads: tuple[str, ...] = ()
    not_cues: tuple[str, ...] = ()
    object_pronouns: tuple[str, ...] = ()
    joined_stems: tuple[str, ...] = ()
    reply_nouns: tuple[str, ...] = ()
    self_words: tuple[str, ...] = ()
    statement_nouns: tuple[str, ...] = ()
    inside_words: tuple[str, ...] = ()
    carrying_verbs: tuple[str, ...] = ()
    verb_negators: tuple[str, ...] = ()
    addressed_nouns: tuple[str, ...] = ()
    people_nouns: tuple[str, ...] = ()
    not_governed: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    resumptives: tuple[str, ...] = ()
    document_verbs: tuple[str, ...] = ()
    inside_preposition: str = ""
    learning_verbs: tuple[str, ...] = ()
    learning_prepositions: tuple[str, ...] = ()
    renewing_verbs: tuple[str, ...] = ()
    light_prepositions: tuple[str, ...] = ()
    plural_start: str = ""
