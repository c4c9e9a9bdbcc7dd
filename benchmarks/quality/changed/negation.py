"""A negation put into a sentence, or taken out, by rules of the benchmark's own.

The forms listed here are independent of the package's language data, so that
the measure does not follow what is measured. A sentence in which the edit
cannot be made by a plain rule is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

import attrs

from benchmarks.quality.changed.cases import Case, Edit


def _list(words: str) -> list[str]:
    return words.split()


_RELATIVE = frozenset(
    _list(
        "who which that whom whose if when where what how as than because while qui que dont où si quand comme lorsque "
        "lequel laquelle lesquels lesquelles tandis puisque который которая которое которые которых которым которыми которому которой котором "
        "которую чей чья чье чьи чьих чем если когда как что чтобы где الذي التي الذين إذا عندما حيث كما مما ما"
    )
)
"""Words that open a clause beside the main one."""
_LOOK_BACK = 4
"""So many words after one of them still stand in its clause."""


@attrs.frozen
class _Change:
    """Where a sentence is changed, what it becomes there, and whether that puts a negation in."""

    start: int
    end: int
    text: str
    is_added: bool


def edit_negation(case: Case, source: Random) -> Edit | None:
    """The sentence with a negation put into its main clause, or one taken out; None where no plain rule fits.

    Examples
    --------
    >>> case = Case(text="The bridge was closed on Monday.", language="en", other="Le pont a été fermé lundi.", other_language="fr")
    >>> edit_negation(case, Random(1)).text
    'The bridge was not closed on Monday.'
    """
    text = case.text
    possible = () if text.endswith(("?", "؟")) else _EDITORS[case.language](text)
    changes = [c for c in possible if not _is_supposed(text, c)]
    changes = [c for c in changes if not c.is_added or not (_is_beside(text, c) or _is_denied(text, c) or _is_restricted(text, c))]
    if not changes:
        return None
    removals = [change for change in changes if not change.is_added]
    change = source.choice(removals) if removals and source.random() < _REMOVED else min(changes, key=lambda c: (c.start, c.end))
    changed = text[: change.start] + change.text + text[change.end :]
    changed = changed[:1].upper() + changed[1:] if text[:1].isupper() else changed
    return Edit(text=changed, old=text[change.start : change.end], new=change.text, kind="added" if change.is_added else "removed")


_REMOVED = 0.8
"""How often a sentence that holds a negation loses it, rather than getting a second one."""


def _is_beside(sentence: str, change: _Change) -> bool:
    """Whether a negation would be put in just after a word that opens another clause."""
    words = re.findall(r"\w+", sentence[: change.start].casefold())[-_LOOK_BACK:]
    return not _RELATIVE.isdisjoint(words)


_SUPPOSING = frozenset(_list("if unless whether until till si sauf jusqu если ли пока إذا لو حتى"))
_CLAUSE_MARKS = re.compile(r"[,;:.!?«»“”\"()—–،؛]")


def _is_supposed(sentence: str, change: _Change) -> bool:
    """Whether the clause is one of what is only supposed or waited for ("unless", «пока не»), which is no fact."""
    clause = _CLAUSE_MARKS.split(sentence[: change.start].casefold())[-1]
    return not _SUPPOSING.isdisjoint(re.findall(r"\w+", clause))


_DENYING = frozenset(
    _list(
        "not never no none nobody nothing neither nor cannot without hardly barely ne n pas jamais aucun aucune sans ni rien personne "
        "не ни нет никто никогда ничего нельзя без لا لم لن ليس ليست غير دون بدون عدم"
    )
)
_CLAUSE_STARTS = re.compile(r"[,;:.!?«»“”\"()—–،؛]|\b(?:and|but|or|while|et|mais|ou|и|а|но|или|لكن|ولكن|بل|بينما)\b|(?<!\w)و\w{3,}")


def _is_denied(sentence: str, change: _Change) -> bool:
    """Whether the clause holds another negation: a second one may say the same again, or the reverse of it."""
    clause = (
        _CLAUSE_STARTS.split(sentence[: change.start].casefold())[-1] + " " + _CLAUSE_STARTS.split(sentence[change.end :].casefold())[0]
    )
    return not _DENYING.isdisjoint(re.findall(r"\w+", clause.replace("n't", " not").replace("n’t", " not")))


_ONLY = frozenset(
    _list("only just merely simply solely alone seulement uniquement simplement seul seule только лишь просто исключительно فقط مجرد")
)
_LOOK_AHEAD = 3


def _is_restricted(sentence: str, change: _Change) -> bool:
    """Whether the new negation would stand before "only" or "simply", and so affirm what is said, and more."""
    return not _ONLY.isdisjoint(re.findall(r"\w+", sentence[change.end :].casefold())[:_LOOK_AHEAD])


# ---- English ----
_EN_PARTICIPLE = r"(?:been|become|begun|brought|built|done|drawn|fallen|found|given|gone|got|grown|had|held|kept|led|left|lost|made|met|paid|put|said|seen|sent|set|shown|sold|spent|taken|told|won|written|[a-z]{2,}ed)"
_EN_ADD = re.compile(
    rf"\b(?:(is|are|was|were|will|would|could|should|must|may|might|can)|(has|have|had)(?=\s+{_EN_PARTICIPLE}\b))\b(?!-|\s+(?:not|never|no|nothing|none|only|rather|like|have to)\b|n?['’]t|\s+be\s+(?:no|nothing|none)\b)"
)
_EN_REMOVE = re.compile(
    r"\b(is|are|was|were|will|would|could|should|must|may|might|has|have|had|did|does|do)(?: not|n['’]t)\b(?! only| just| least| to mention| until)(?![^.,;:]*\b(?:any\w*|either|ever|yet|at all)\b)"
)
"""Words that only stand beside a negation ("anything", "yet") keep it: without it the sentence would be none."""
_EN_CANNOT = re.compile(r"\b(?:cannot|can['’]t)\b")


def _edit_english(sentence: str) -> Iterator[_Change]:
    for match in _EN_ADD.finditer(sentence):
        yield _Change(match.start(), match.end(), "cannot" if match.group() == "can" else f"{match.group()} not", True)
    for match in _EN_REMOVE.finditer(sentence):
        yield _Change(match.start(), match.end(), match.group(1), False)
    for match in _EN_CANNOT.finditer(sentence):
        yield _Change(match.start(), match.end(), "can", False)


# ---- French ----
_FR_SAID = r"(?:déclaré|ajouté|expliqué|demandé|confié|affirmé|dit|indiqué|précisé|estimé|assuré|annoncé|souligné|écrit|raconté|rapporté|constaté|noté|averti|répondu|fait savoir)"
_FR_PARTICIPLE = r"\w{2,}(?:é|és|ée|ées|i|is|ie|u|us|ue|ues|it|ert|int|aint)|pris|mis|fait|eu"
_FR_SIMPLE = _list(
    "est sont était étaient sera seront serait peut peuvent pouvait pourra pourrait doit doivent devrait devraient va vont veut veulent reste restent devient permet permettent souhaite semble dispose comprend représente constitue compte"
)
_FR_COMPOUND = _list("a ont avait avaient aura auront aurait")
_FR_NOT_BEFORE = (
    r"(?<!\by )(?<!\bse )(?<!\bne )(?<!\ben )(?<!\ble )(?<!\bla )(?<!\bles )(?<!\bme )(?<!\bnous )(?<!\blui )(?<!\bleur )(?<![\w'’-])"
)
_FR_ADD = re.compile(
    rf"{_FR_NOT_BEFORE}(?:({'|'.join(_FR_SIMPLE)})|({'|'.join(_FR_COMPOUND)})(?=\s+(?:été|{_FR_PARTICIPLE})\b)(?!\s+{_FR_SAID}))\b(?!-|\s+(?:pas|plus|jamais|rien|aucun|guère|que)\b)"
)
_FR_REMOVE = re.compile(r"(?<!\w)(?:[Nn]e |[Nn]['’])(\w+) pas\b(?! seulement| uniquement| moins| encore| que)")
_VOWELS = "aàâeéèêëiîïoôuûyh"


def _edit_french(sentence: str) -> Iterator[_Change]:
    for match in _FR_ADD.finditer(sentence):
        verb = match.group()
        yield _Change(match.start(), match.end(), f"n'{verb} pas" if verb[0] in _VOWELS else f"ne {verb} pas", True)
    for match in _FR_REMOVE.finditer(sentence):
        yield _Change(match.start(), match.end(), match.group(1), False)


# ---- Russian ----
_RU_VERBS = _list(
    "был была было были будет будут может могут мог могла могли стал стала стали станет станут имеет имеют имел имела имели получил получила получили "
    "начал начала начали продолжает продолжают планирует планируют намерен намерены хочет хотят должен должна должны следует удалось смог смогла смогли "
    "принял приняла приняли решил решила решили пришел пришла пришли вышел вышла вышли показал показала показали провел провела провели выиграл выиграла "
    "выиграли проиграл подписал подписала подписали погиб погибла погибли позволит позволяет позволил дал дала дали знает знают работает работают считает "
    "считают помог помогла помогли нашел нашла нашли оказал оказала увидел потерял потеряла потеряли поддержал поддержала поддержали остановил открыл открыла "
    "закрыл привел привела привело привели готов готова готовы приходит идет идут представил представила изменил изменила покинул покинула покинули"
)
_RU_REFLEXIVE = r"[а-яё]{3,}(?:лся|лась|лось|лись|ется|ится|ются|ятся|атся)"
_RU_ADD = re.compile(rf"(?<![\w-])(?<!не )(?<!Не )(?<!ни )(?:{'|'.join(_RU_VERBS)}|{_RU_REFLEXIVE})(?![\w-])(?!\s+(?:ли|бы)\b)")
_RU_REMOVE = re.compile(
    r"(?<![\w-])[Нн]е (?=(?:"
    + "|".join(_RU_VERBS)
    + r"|\w+(?:л|ла|ло|ли|ет|ит|ют|ят|ут|ат|ем|им|"
    + r"лся|лась|лось|лись|ется|ится|ются|ятся))\b)"
)
_RU_DOUBLE = re.compile(r"\b(?:ни|никто|ничего|никогда|никаких|никакой|никого|нигде|никак|пока не)\b", re.IGNORECASE)


def _edit_russian(sentence: str) -> Iterator[_Change]:
    for match in _RU_ADD.finditer(sentence):
        yield _Change(match.start(), match.end(), f"не {match.group()}", True)
    if not _RU_DOUBLE.search(sentence):
        for match in _RU_REMOVE.finditer(sentence):
            yield _Change(match.start(), match.end(), "", False)


# ---- Arabic ----
_AR_PERFECT = {
    "كان": "يكن", "كانت": "تكن", "تم": "يتم", "تمت": "تتم", "بدأ": "يبدأ", "بدأت": "تبدأ", "حصل": "يحصل", "حصلت": "تحصل", "أصبح": "يصبح", "أصبحت": "تصبح", "فاز": "يفز", "فازت": "تفز", "شارك": "يشارك", "شاركت": "تشارك", "وافق": "يوافق", "وافقت": "توافق", "أدى": "يؤد", "أدت": "تؤد", "قتل": "يقتل", "تعرض": "يتعرض", "تعرضت": "تتعرض", "نجح": "ينجح", "نجحت": "تنجح", "قرر": "يقرر", "قررت": "تقرر", "رفض": "يرفض", "رفضت": "ترفض", "سجل": "يسجل", "سجلت": "تسجل", "استمر": "يستمر", "استمرت": "تستمر", "تمكن": "يتمكن", "تمكنت": "تتمكن", "جاء": "يأت", "جاءت": "تأت", "اتخذ": "يتخذ", "اتخذت": "تتخذ", "قدم": "يقدم", "قدمت": "تقدم", "طلب": "يطلب", "طلبت": "تطلب", "استخدم": "يستخدم", "استخدمت": "تستخدم", "ساعد": "يساعد", "ساعدت": "تساعد", "وجد": "يجد", "وجدت": "تجد", "ترك": "يترك", "حقق": "يحقق", "حققت": "تحقق", "عاد": "يعد", "شهد": "يشهد", "شهدت": "تشهد", "انتهى": "ينته", "اضطر": "يضطر", "توفي": "يتوف",
}  # fmt: skip
_AR_NO_VERBS = frozenset(
    _list(
        "يوم يوما يومين يومي يوميا يناير يونيو يوليو يمين يسار ياباني يابانية يهودي يهودية يهود يورو يونايتد يزال يزالون يوسف ياسين يحيى يعقوب يتيم يسوع يوتيوب يونان يوغوسلافيا ينبغي يقول يقولون يضيف يذكر يونج يونغ"
    )
)
_AR_FUTURE = [
    f"س{form}"
    for form in _list(
        "يتم تتم يكون تكون يصبح تصبح يبدأ تبدأ يبقى تبقى يستمر تستمر يتحرك تتحرك يتضمن تتضمن يؤدي تؤدي يحصل تحصل يواجه تواجه يساعد تساعد يسمح تسمح "
        "يعقد تعقد يقوم تقوم يعود تعود يلعب تلعب يجري تجري يحدث تحدث يمكن يظل تظل يشارك تشارك يفوز تفوز يصل تصل يتمكن تتمكن يضاعف يسلك يؤثر تؤثر يعمل تعمل"
    )
]
_AR_IMPERFECT = r"ي[^\W\d_]{2,5}(?<![ياةن])"
_AR_ADD = re.compile(
    rf"(?<![\w])(?:(?P<perfect>{'|'.join(_AR_PERFECT)})|(?P<future>{'|'.join(_AR_FUTURE)})|(?P<present>{_AR_IMPERFECT}))(?![\w\u064b-\u0652])"
)
_AR_REMOVE = re.compile(r"(?<!\w)(و?)(لا|لن) (?=([يت]\w{2,})\b)(?![^.،؛:]*\bإلا)")
_AR_BEFORE = re.compile(r"(?:لا|لم|لن|ما|ليس|أن|لأن|قد|وقد|لكي|كي|حتى|أي|أو|الذي|التي|الذين|سواء|من|و)\s*$")


def _edit_arabic(sentence: str) -> Iterator[_Change]:
    for match in _AR_ADD.finditer(sentence):
        word = match.group()
        if word in _AR_NO_VERBS or _AR_BEFORE.search(sentence[: match.start()]):
            continue
        text = f"لم {_AR_PERFECT[word]}" if match.group("perfect") else f"لن {word[1:]}" if match.group("future") else f"لا {word}"
        yield _Change(match.start(), match.end(), text, True)
    for match in _AR_REMOVE.finditer(sentence):
        if match.group(3) not in ("يزال", "تزال", "يزالون", "يتجزأ", "تزيد", "يقل"):
            yield _Change(match.start(), match.end(), match.group(1) + ("س" if match.group(2) == "لن" else ""), False)


_EDITORS: dict[str, Callable[[str], Iterator[_Change]]] = {"en": _edit_english, "fr": _edit_french, "ru": _edit_russian, "ar": _edit_arabic}
