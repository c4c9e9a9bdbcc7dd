"""The keys of a language's ``[attribution]`` table."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from claimcmp.extract.articled_words import ArticledWords


@attrs.frozen(kw_only=True)
class AttributionWords(ArticledWords):
    """Everything that tells, in one language, who says what.

    Word lists are folded (``text.normal.fold``); a phrase is one string with
    single spaces. See ``docs/how-to/add-a-language.md`` for each key.
    Keys of a language whose article tells a title from a name are those of ``ArticledWords``.

    Keys of the order ``either_side`` (the subject on either side of its verb):

    accents
        Whether accents tell words apart ("anuncio", "anunció"); the lists and
        the text are then folded for case alone.
    name_spellings
        Names that folding makes one with a listed word («علي», «على»), as they
        are written, and a regular expression for words which show that a text
        does not part the letters that folding merges («إلي» for «إلى»).
    elisions, enclitics, enclitic_links
        Words cut off before an apostrophe ("qu"), pronouns joined by a hyphen,
        and letters that only link them ("t" in "a-t-il").
    perfect_words
        Auxiliaries that make a participle (a verb's ``compound_forms``) report.
    postpositions
        According-to words after their noun ("zufolge").
    relative_according
        According-to phrases that hold a pronoun («по его словам»).
    closing_according
        Words that name a source after a comma only ("…, so der Minister").
    capital_nouns
        Whether every noun has a capital (German).
    infinitive_endings
        Endings of infinitives that may be a content ("a dit vouloir partir").
    told_outlets
        Nouns whose form alone says "to the outlet" («газете»).
    own_words
        Pronouns of the first person: a country before a colon speaks where they follow.
    possessive_pronouns
        Pronouns that are possessives too («его»).
    informants
        Nouns for somebody who talks to the outlet named right after («источник ТАСС»).
    name_cases
        Endings of names in the nominative, each with those of the other cases.
    body_links
        Prepositions inside the name of a body ("Organisation internationale pour les migrations").
    learned, learned_from
        «…, a-t-on appris mardi auprès de la préfecture»: words that say something was learned, and what leads to the source.
    audience
        Those told, who are no outlets («журналистам», "periodistas").
    name_after_genitive, not_names
        Whether a name follows its title and what it is the title of without a
        comma («министр обороны США Ллойд Остин»); capitalised words that are
        no part of such a name.
    oblique_nouns
        Forms of known nouns that cannot be a subject («письме»).
    drops_subjects
        Whether a verb may report without a subject ("Dijo que …").
    bare_clauses
        Whether a clause after a comma is a content without a complementiser.
    subjunctives
        Verb forms that mark such a clause as reported ("sei", "habe").
    institution_prepositions, plural_endings
        «В Кремле заявили»: the place speaks when the verb is plural.

    Keys of the order ``verb_final`` (the subject leads, the verb ends the clause):

    head_last
        Whether the head noun ends its phrase (Turkish) or begins it (Persian).
    suffix_marks
        Marks that part the endings from a name ("Ankara'da").
    noun_endings
        Nominative endings that the nouns in ``NOUN_LISTS`` take.
    case_patterns
        Regular expressions by case (genitive, dative, ablative, locative,
        accusative) that match the ending at the end of a word as written;
        "compound" matches the genitive of a noun that another noun owns.
        "plural" a plural in any case but the nominative.
    complement_endings, bare_complement_endings, complement_links
        Endings of the verb of a nominal content («-diğini»), those without a
        case of their own, and postpositions that may follow it («yönünde»).
    finite_endings, finite_starts, finite_words, not_complementiser_after
        How verbs end or begin that close a clause, such verbs as words, and
        words that only look like them.
    reports_after, according_after, citing_after
        According-to phrases behind a source in the genitive («haberine göre»)
        or in the dative («göre»), and those behind whom an outlet cites.
    object_markers, object_nouns
        Words behind an object («را»), and those it begins with.
    praised_nouns
        What people praise or condemn with a joined preposition.
    thus_words
        Adverbs between a quotation and the verb behind it («هكذا»).
    issuing_words
        What links a statement to who issued it («yapılan», «در»).
    title_words
        Words that go on with a title where no capital tells the name.
    """

    order: str = "subject_first"
    paradigms: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    verbs: tuple[Mapping[str, object], ...] = ()
    conjunctions: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    article: str = ""
    addressing: tuple[str, ...] = ()
    addressing_words: tuple[str, ...] = ()
    object_suffixes: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    complementisers: tuple[str, ...] = ()
    whether: tuple[str, ...] = ()
    conjoined_complementisers: tuple[str, ...] = ()
    negators: tuple[str, ...] = ()
    direct_openers: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    clause_breaks: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    clause_openers: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    after_verb: tuple[str, ...] = ()
    time_words: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    body_links: tuple[str, ...] = ()
    learned: tuple[str, ...] = ()
    learned_from: tuple[str, ...] = ()
    possessive_pronouns: tuple[str, ...] = ()
    informants: tuple[str, ...] = ()
    name_cases: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    finite_words: tuple[str, ...] = ()
    noun_links: tuple[str, ...] = ()
    sentence_adverbs: tuple[str, ...] = ()
    agent_words: tuple[str, ...] = ()
    role_words: tuple[str, ...] = ()
    genitives: tuple[str, ...] = ()
    dashes: tuple[str, ...] = ("–", "—", "―")
    interview_nouns: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    doing_verbs: tuple[str, ...] = ()
    ambiguous_cues: tuple[str, ...] = ()
    quoting_verbs: tuple[str, ...] = ()
    thing_pronouns: tuple[str, ...] = ()
    narrated_leads: tuple[str, ...] = ()
    temporal_breaks: tuple[str, ...] = ()
    narrated_breaks: tuple[str, ...] = ()
    case_endings: Mapping[str, str] = attrs.field(factory=dict)
    content_breaks: tuple[str, ...] = ()
    adverbial_starts: tuple[str, ...] = ()
    source_stops: tuple[str, ...] = ()
    source_links: tuple[str, ...] = ()
    link_heads: tuple[str, ...] = ()
    speech_nouns: tuple[str, ...] = ()
    as_words: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    citing_verbs: tuple[str, ...] = ()
    citing_preposition: str = ""
    not_sources: tuple[str, ...] = ()
    colons: tuple[str, ...] = (":",)
    light_verbs: tuple[str, ...] = ()
    light_nouns: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    object_nouns: tuple[str, ...] = ()
    praised_nouns: tuple[str, ...] = ()
    thus_words: tuple[str, ...] = ()
    verbal_nouns: tuple[str, ...] = ()
    topic_words: tuple[str, ...] = ()
    topic_verbs: tuple[str, ...] = ()
    topic_nouns: tuple[str, ...] = ()
    conveying_verbs: tuple[str, ...] = ()
    message_nouns: tuple[str, ...] = ()
    name_nouns: tuple[str, ...] = ()
    letter_names: tuple[str, ...] = ()
    anonymous_nouns: tuple[str, ...] = ()
    document_nouns: tuple[str, ...] = ()
    outlet_nouns: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    organisation_nouns: tuple[str, ...] = ()
    post_nouns: tuple[str, ...] = ()
    anonymity_reasons: tuple[str, ...] = ()
    rumour: tuple[str, ...] = ()
    definite_anaphors: tuple[str, ...] = ()
    governing: tuple[str, ...] = ()
    before_source: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    infinitive_markers: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    gerund_endings: tuple[str, ...] = ()
    name_joiners: tuple[str, ...] = ()
    label_words: tuple[str, ...] = ()
    charge_prepositions: tuple[str, ...] = ()
    charge_words: tuple[str, ...] = ()
    feminine_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    loose_prepositions: tuple[str, ...] = ()
    not_complementiser_after: tuple[str, ...] = ()
    name_parts: tuple[str, ...] = ()
    conjunction_like: tuple[str, ...] = ()
    pronoun_speakers: tuple[str, ...] = ()
    accents: bool = False
    elisions: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    enclitic_links: tuple[str, ...] = ()
    perfect_words: tuple[str, ...] = ()
    postpositions: tuple[str, ...] = ()
    relative_according: tuple[str, ...] = ()
    closing_according: tuple[str, ...] = ()
    capital_nouns: bool = False
    infinitive_endings: tuple[str, ...] = ()
    told_outlets: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    name_after_genitive: bool = False
    not_names: tuple[str, ...] = ()
    oblique_nouns: tuple[str, ...] = ()
    drops_subjects: bool = False
    bare_clauses: bool = False
    subjunctives: tuple[str, ...] = ()
    institution_prepositions: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    head_last: bool = False
    suffix_marks: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    case_patterns: Mapping[str, str] = attrs.field(factory=dict)
    name_spellings: Mapping[str, str] = attrs.field(factory=dict)
    complement_endings: tuple[str, ...] = ()
    bare_complement_endings: tuple[str, ...] = ()
    complement_links: tuple[str, ...] = ()
    finite_endings: tuple[str, ...] = ()
    finite_starts: tuple[str, ...] = ()
    according_after: tuple[str, ...] = ()
    reports_after: tuple[str, ...] = ()
    citing_after: tuple[str, ...] = ()
    issuing_words: tuple[str, ...] = ()
    object_markers: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
