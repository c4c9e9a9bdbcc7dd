"""Dates in the other languages read as intervals of days. Published on Thursday 15 November 2018."""

from __future__ import annotations

from datetime import date

import pytest

from claimcmp.facets.when import read_whens

PUBLISHED = date(2018, 11, 15)

CASES = [
    # A conjunction joined to the word of time
    ("ar", "وقبل أسبوعين هبط الجسر.", ["2018-10-29..2018-11-04"]),
    # Russian
    ("ru", "Встреча прошла 14 ноября 2022 года в Анкаре.", ["2022-11-14"]),
    ("ru", "Он переехал в 1974 году.", ["1974-01-01..1974-12-31"]),
    ("ru", "В ноябре прошлого года закрылся рынок.", ["2017-11-01..2017-11-30"]),
    ("ru", "На прошлой неделе шел дождь.", ["2018-11-05..2018-11-11"]),
    ("ru", "Две недели назад упал мост.", ["2018-10-29..2018-11-04"]),
    ("ru", "В 1930-х годах здесь жили ткачи.", ["1930-01-01..1939-12-31"]),
    ("ru", "В 30-е годы прошлого века здесь жили ткачи.", ["1930-01-01..1939-12-31"]),
    ("ru", "Ярмарка шла с 3 по 5 мая.", ["2018-05-03..2018-05-05"]),
    ("ru", "Завод строили с 2010 по 2014 год.", ["2010-01-01..2014-12-31"]),
    ("ru", "Весной 2020 года открыли порт.", ["2020-03-01..2020-05-31"]),
    ("ru", "В ночь на понедельник загорелся склад.", ["2018-11-11..2018-11-12"]),
    ("ru", "Завод работает с 1950 года.", ["1950-01-01.."]),
    ("ru", "Съезд прошел в июне.", ["2018-06-01..2018-06-30"]),
    # What is reported belongs to no verb of reporting
    ("en", "The mayor said the fair was set for 2 December.", ["2018-12-02"]),
    ("en", "The mayor said on 2 December that the fair was over.", ["2017-12-02"]),
    ("fr", "Le maire a annoncé que la foire était fixée au 2 décembre.", ["2018-12-02"]),
    ("es", "El alcalde dijo que la feria del 2 de diciembre es clave.", ["2018-12-02"]),
    ("ru", "Мэр заявил, что ярмарка назначена на 2 декабря.", ["2018-12-02"]),
    ("de", "Der Bürgermeister sagte, der Markt am 2. Dezember werde groß.", ["2018-12-02"]),
    ("tr", "Başkan panayırın 2 Aralık'ta olduğunu söyledi.", ["2018-12-02"]),
    ("tr", "Başkan kararı 2 Aralık'ta açıkladı.", ["2017-12-02"]),
    ("fa", "شهردار گفت که نشست ۲ دسامبر مهم است", ["2018-12-02"]),
    # Planned and set dates lie ahead
    ("en", "The fair opens on 12 January.", ["2019-01-12"]),
    ("fr", "La foire s'ouvrira le 12 janvier.", ["2019-01-12"]),
    ("fr", "La foire a eu lieu le 12 janvier.", ["2018-01-12"]),
    ("fr", "La foire a commencé le 12 décembre.", ["2017-12-12"]),
    ("en", "The mayor is to open the fair on 12 January.", ["2019-01-12"]),
    ("es", "Las fiestas se celebrarán el 14 de marzo.", ["2019-03-14"]),
    ("ru", "Закон вступит в силу с 1 января.", ["2019-01-01.."]),
    ("de", "Der Markt beginnt am 12. Januar.", ["2019-01-12"]),
    ("tr", "Panayır 12 Ocak'ta başlıyor.", ["2019-01-12"]),
    ("tr", "Panayır 12 Ocak'ta düzenlendi.", ["2018-01-12"]),
    ("fa", "نشست در ۱۲ ژانویه برگزار می‌شود", ["2019-01-12"]),
    # A line of its own has a tense of its own
    ("en", "The mayor will open the fair\nOn 3 March a bridge collapsed", ["2018-03-03"]),
    # Turkish months are written small, with their endings
    ("tr", "Köprü temmuz ayında açıldı.", ["2018-07-01..2018-07-31"]),
    ("tr", "Köprü Haziranda açıldı.", ["2018-06-01..2018-06-30"]),
    ("tr", "Köprü ağustos sonunda açıldı.", ["2018-08-21..2018-08-31"]),
    ("tr", "Geçen haftaya göre sular çekildi.", ["2018-11-05..2018-11-11"]),
    ("tr", "Geçen yılki sel hatırlandı.", ["2017-01-01..2017-12-31"]),
    ("es", "El año pasado llovió poco.", ["2017-01-01..2017-12-31"]),
    ("es", "La feria será el año que viene.", ["2019-01-01..2019-12-31"]),
    ("ru", "Музей открылся в среду.", ["2018-11-14"]),
    # French
    ("fr", "Le 14 novembre 2022, ils ont signé.", ["2022-11-14"]),
    ("fr", "En 1939, un incendie a détruit la halle.", ["1939-01-01..1939-12-31"]),
    ("fr", "Ils se sont vus lundi dernier.", ["2018-11-12"]),
    ("fr", "Le pont a cédé il y a 18 ans.", ["2000-05-16..2001-05-17"]),
    ("fr", "La halle date des années 30.", ["1930-01-01..1939-12-31"]),
    ("fr", "Au mois de juin, le conseil a voté.", ["2018-06-01..2018-06-30"]),
    ("fr", "Un dépôt a brûlé dans la nuit de samedi à dimanche.", ["2018-11-10..2018-11-11"]),
    ("fr", "La foire a duré du 3 au 5 mai.", ["2018-05-03..2018-05-05"]),
    ("fr", "Le conseil a voté en mars.", ["2018-03-01..2018-03-31"]),
    ("fr", "Les quatre dernières années ont été sèches.", ["2014-11-15..2018-11-15"]),
    ("fr", "Le port ouvre mi-novembre.", ["2018-11-11..2018-11-20"]),
    # Spanish
    ("es", "Firmaron el 14 de noviembre de 2022.", ["2022-11-14"]),
    ("es", "Se vieron la semana pasada.", ["2018-11-05..2018-11-11"]),
    ("es", "El puente cayó hace 18 años.", ["2000-05-16..2001-05-17"]),
    ("es", "La lonja es de la década de 1930.", ["1930-01-01..1939-12-31"]),
    ("es", "Ardió el domingo por la noche.", ["2018-11-11..2018-11-12"]),
    ("es", "La feria fue del 3 al 5 de mayo.", ["2018-05-03..2018-05-05"]),
    ("es", "Abrirá a finales de noviembre.", ["2018-11-21..2018-11-30"]),
    # German
    ("de", "Sie trafen sich am 14. November 2022.", ["2022-11-14"]),
    ("de", "1939 brannte die Halle.", ["1939-01-01..1939-12-31"]),
    ("de", "Die Halle stammt aus den 1930er Jahren.", ["1930-01-01..1939-12-31"]),
    ("de", "Die Brücke fiel vor 18 Jahren.", ["2000-05-16..2001-05-17"]),
    ("de", "Der Markt war vom 3. bis 5. Mai.", ["2018-05-03..2018-05-05"]),
    ("de", "In der Nacht zum Montag brannte ein Lager.", ["2018-11-11..2018-11-12"]),
    ("de", "Sie trafen sich am Sonntagabend.", ["2018-11-11"]),
    ("de", "Ende November öffnet der Hafen.", ["2018-11-21..2018-11-30"]),
    # Turkish
    ("tr", "Anlaşma 14 Kasım 2022'de imzalandı.", ["2022-11-14"]),
    ("tr", "Han 1939 yılında yandı.", ["1939-01-01..1939-12-31"]),
    ("tr", "Köprü 18 yıl önce çöktü.", ["2000-05-16..2001-05-17"]),
    ("tr", "Han 1930'larda yapıldı.", ["1930-01-01..1939-12-31"]),
    ("tr", "Meclis Haziran ayında toplandı.", ["2018-06-01..2018-06-30"]),
    ("tr", "Meclis salı günü toplandı.", ["2018-11-13"]),
    ("tr", "Depo pazar gecesi yandı.", ["2018-11-11..2018-11-12"]),
    ("tr", "Fabrika 2014'ten beri kapalı.", ["2014-01-01.."]),
    ("tr", "Panayır 3-5 Mayıs tarihlerinde kuruldu.", ["2018-05-03..2018-05-05"]),
    # Persian
    ("fa", "قرارداد ۱۴ نوامبر ۲۰۲۲ امضا شد.", ["2022-11-14"]),
    ("fa", "قرارداد ۲۳ آبان ۱۴۰۱ امضا شد.", ["2022-11-14"]),
    ("fa", "پل در سال ۱۳۹۸ ساخته شد.", ["2019-03-21..2020-03-19"]),
    ("fa", "جلسه دوشنبه برگزار شد.", ["2018-11-12"]),
    ("fa", "انبار یکشنبه شب آتش گرفت.", ["2018-11-11..2018-11-12"]),
    ("fa", "بازار در دهه ۱۹۳۰ ساخته شد.", ["1930-01-01..1939-12-31"]),
    ("fa", "شورا در ماه ژوئن رأی داد.", ["2018-06-01..2018-06-30"]),
    # Arabic and English: decades, nights, lunar months
    ("ar", "بني السوق في ثلاثينيات القرن العشرين", ["1930-01-01..1939-12-31"]),
    ("ar", "احترق المستودع ليلة الأحد", ["2018-11-10..2018-11-12"]),
    ("ar", "بدأت الهدنة في 1 رمضان 1444 هـ", ["2023-03-22..2023-03-24"]),
    ("en", "The depot burned on Sunday night.", ["2018-11-11..2018-11-12"]),
    ("en", "The hall was built in the 1930s.", ["1930-01-01..1939-12-31"]),
    ("en", "The storm (1967) took the roof.", ["1967-01-01..1967-12-31"]),
    ("en", "The Harbour Act 2017 gave it that power.", ["2017-01-01..2017-12-31"]),
]

NOT_DATES = [
    ("a paper", "ar", "نشرت صحيفة البحر اليوم صورة السفينة"),
    ("a paper in quotation marks", "ar", "بحسب «البحر اليوم» غرقت السفينة"),
    ("a party", "ar", "فاز حزب الغد بأربعة مقاعد"),
    ("a town named after a day", "ar", "احترق سوق في مدينة 6 أكتوبر"),
    ("a paper", "en", "A photograph in Harbour Today showed the ship"),
    ("a paper in quotation marks", "ru", "Снимок напечатала «Гавань сегодня»"),
    ("a paper", "de", "Das stand in der Zeitung „Heute“ aus Wien"),
    ("a paper", "tr", "Haberi Bugün gazetesi yazdı"),
    ("a name with a month", "fr", "Elle vit à Mars-sur-Allier"),
    ("a solar month that is a common word", "fa", "مهر و دوستی میان ما ماند"),
    ("a lunar month that is a name", "ar", "قال رجب إنه سيعود"),
    ("that day", "ar", "رأوا ذلك في ذلك اليوم"),
    ("a Russian word that is Wednesday too", "ru", "Это важно для среды обитания птиц и рыб."),
    ("a part of a name that abbreviates a month", "ru", "Матч прошел в городке Сент-Бридж."),
    ("a Turkish given name with a capital", "tr", "Eylül kapıyı açtı."),
    ("a few days", "tr", "Bayramdan birkaç gün önce geldi."),
    ("the decade of a life", "en", "A man in his 40s was hurt."),
    ("all day long", "ar", "استمر المطر طوال اليوم."),
    ("a surname behind a title", "ar", "وصلت السيدة مايو إلى المحطة."),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[f"{case[0]}: {case[1]}" for case in CASES])
def test_a_date_is_the_interval_it_names(language: str, text: str, expected: list[str]) -> None:
    assert [_show(when.first, when.last) for when in read_whens(text, language=language, published=PUBLISHED)] == expected


@pytest.mark.parametrize(("language", "text"), [case[1:] for case in NOT_DATES], ids=[case[0] for case in NOT_DATES])
def test_what_only_looks_like_a_date_is_none(language: str, text: str) -> None:
    assert read_whens(text, language=language, published=PUBLISHED) == ()


def _show(first: date | None, last: date | None) -> str:
    return f"{first}" if first == last else f"{first or ''}..{last or ''}"
