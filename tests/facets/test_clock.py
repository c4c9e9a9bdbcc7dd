"""Times of day, and what only looks like one."""

from __future__ import annotations

import pytest

from claimcmp import Settings
from claimcmp.facets.clock import Clock, read_clocks

# "?" where the half of the day is not known, "~" where the time is not exact, two times for a stretch, and the zone.
TIMES = [
    ("en", "The gate opened at 8:42 a.m. on Monday", "08:42"),
    ("en", "The gate opened at 9.15pm", "21:15"),
    ("en", "The gate opened at half past six in the evening", "18:30"),
    ("en", "The gate opened at quarter to seven", "06:45?"),
    ("en", "The gate opened at about 6 p.m.", "18:00~"),
    ("en", "The gate opened at ten o'clock at night", "22:00~"),
    ("en", "The gate opened on Monday evening at 8:30", "20:30"),
    ("en", "The gate opened at 8:30", "08:30?"),
    ("en", "The gate opened at 12:20 a.m.", "00:20"),
    ("en", "The gate opened around 14:30 GMT", "14:30~GMT"),
    ("en", "The gate opened at noon", "12:00"),
    ("en", "The gate opened shortly before midnight", "00:00~"),
    ("en", "The gate was open between 6 and 8 p.m.", "00:00-23:59~"),
    ("en", "The gate must be open by 6 p.m.", "00:00-18:00~"),
    ("en", "The gate opened at 5:30 p.m. (1430 GMT)", "17:30 14:30GMT"),
    ("en", "The guards counted 3 at 8:30 a.m.", "08:30"),
    ("ar", "فتحت البوابة في الساعة السادسة والنصف مساء", "18:30"),
    ("ar", "فتحت البوابة الساعة الثامنة إلا ربعا", "07:45?"),
    ("ar", "فتحت البوابة في تمام الساعة الحادية عشرة صباحا", "11:00~"),
    ("ar", "فتحت البوابة في الساعة الثانية عشرة والنصف ظهرا", "12:30"),
    ("ar", "فتحت البوابة الساعة الثالثة والثلث بعد الظهر", "15:20"),
    ("ar", "فتحت البوابة الساعة الثامنة و42 دقيقة صباحا", "08:42"),
    ("ar", "فتحت البوابة الساعة 8 مساء", "20:00~"),
    ("ar", "فتحت البوابة في الثامنة صباحا", "08:00~"),
    ("ar", "فتحت البوابة مساء أمس الساعة 8", "20:00~"),
    ("ar", "فتحت البوابة عند الساعة 0530 (0430 بتوقيت جرينتش)", "05:30 04:30GMT"),
    ("ar", "فتحت البوابة عند الساعة 14:30 بتوقيت غرينتش", "14:30GMT"),
    ("ar", "فتحت البوابة قرابة منتصف الليل", "00:00~"),
    ("ar", "فتحت البوابة قبل الساعة 8 مساء", "00:00-20:00~"),
    ("ru", "Ворота открылись около 14:00", "14:00~"),
    ("ru", "Ворота открылись в 8 часов утра", "08:00~"),
    ("ru", "Ворота открылись в шесть вечера", "18:00~"),
    ("ru", "Ворота открылись в половине седьмого", "06:30?"),
    ("ru", "Ворота открылись в половину восьмого вечера", "19:30"),
    ("ru", "Ворота открылись в четверть девятого", "08:15?"),
    ("ru", "Ворота открылись без четверти восемь", "07:45?"),
    ("ru", "Ворота открылись в 2 часа ночи", "02:00~"),
    ("ru", "Ворота открылись в час ночи", "01:00~"),
    ("ru", "Ворота открылись в три часа дня", "15:00~"),
    ("ru", "Ворота открылись в 18 часов 30 минут", "18:30"),
    ("ru", "Ворота открылись в 17:35 мск", "17:35MSK"),
    ("ru", "Ворота открылись в полдень", "12:00"),
    ("ru", "Ворота были открыты с 8 до 10 утра", "00:00-23:59~"),
    ("fr", "La porte s'est ouverte à 7H45", "07:45"),
    ("fr", "La porte s'est ouverte vers 18 heures", "18:00~"),
    ("fr", "La porte s'est ouverte à huit heures du soir", "20:00~"),
    ("fr", "La porte s'est ouverte à 8 heures et demie", "08:30?"),
    ("fr", "La porte s'est ouverte à huit heures moins le quart", "07:45?"),
    ("fr", "La porte s'est ouverte à midi et demi", "12:30"),
    ("fr", "La porte s'est ouverte peu avant 6 heures du matin", "06:00~"),
    ("fr", "La porte s'est ouverte à 20h00 (18h00 GMT)", "20:00 18:00GMT"),
    ("fr", "La porte était ouverte de 8h à 10h", "00:00-23:59?~"),
    ("es", "La puerta se abrió a las ocho de la mañana", "08:00~"),
    ("es", "La puerta se abrió a las seis y media de la tarde", "18:30"),
    ("es", "La puerta se abrió a las ocho menos cuarto", "07:45?"),
    ("es", "La puerta se abrió a las 14.30 horas", "14:30"),
    ("es", "La puerta se abrió sobre las 8:30", "08:30?~"),
    ("es", "La puerta se abrió a las 11 de la noche", "23:00~"),
    ("es", "La puerta se abrió a las 18:30 GMT", "18:30GMT"),
    ("de", "Das Tor öffnete um 14.30 Uhr", "14:30"),
    ("de", "Das Tor öffnete um 8 Uhr morgens", "08:00~"),
    ("de", "Das Tor öffnete um halb sieben", "06:30?"),
    ("de", "Das Tor öffnete um Viertel nach acht", "08:15?"),
    ("de", "Das Tor öffnete gegen halb neun abends", "20:30~"),
    ("de", "Das Tor öffnete am Abend um 8 Uhr", "20:00~"),
    ("de", "Das Tor öffnete kurz vor Mitternacht", "00:00~"),
    ("de", "Das Tor öffnete um 14:30 Uhr (MEZ)", "14:30CET"),
    ("de", "Das Tor war von 8 bis 10 Uhr offen", "00:00-23:59?~"),
    ("tr", "Kapı saat 14.30'da açıldı", "14:30"),
    ("tr", "Kapı çarşamba günü 15:00'da açıldı", "15:00"),
    ("tr", "Kapı akşam yedi buçukta açıldı", "19:30"),
    ("tr", "Kapı sabah saat sekizde açıldı", "08:00~"),
    ("tr", "Kapı saat dokuza çeyrek kala açıldı", "08:45?"),
    ("tr", "Kapı saat 20:30 sıralarında açıldı", "20:30~"),
    ("tr", "Kapı öğleden sonra saat 3'te açıldı", "15:00~"),
    ("tr", "Kapı TSİ 14.30'da açıldı", "14:30TRT"),
    ("tr", "Kapı saat 18.00'e kadar açıktı", "00:00-18:00"),
    ("fa", "دروازه ساعت ۸ صبح باز شد", "08:00~"),
    ("fa", "دروازه ساعت هشت و نیم شب باز شد", "20:30"),
    ("fa", "دروازه حدود ساعت ۷ و ۴۵ دقیقه بامداد باز شد", "07:45~"),
    ("fa", "دروازه ساعت یک و ربع بعد از ظهر باز شد", "13:15"),
    ("fa", "دروازه صبح امروز ساعت ۸ باز شد", "08:00~"),
    ("fa", "دروازه ساعت ۱۴:۳۰ به وقت محلی باز شد", "14:30local"),
    ("fa", "دروازه تا ساعت ۱۸ باز بود", "00:00-18:00~"),
]


def write(clock: Clock) -> str:
    ends = dict.fromkeys(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (clock.earliest, clock.latest))
    return "-".join(ends) + "?" * (not clock.is_half_known) + "~" * clock.is_loose + clock.zone


@pytest.mark.parametrize(("language", "text", "expected"), TIMES, ids=[row[1] for row in TIMES])
def test_a_time_of_day_is_read(language: str, text: str, expected: str) -> None:
    assert " ".join(map(write, read_clocks(text, language=language, settings=Settings()))) == expected


NO_TIMES = [
    ("en", ["They won 3:2 on Saturday", "The vote was 50:43", "As John 3:16 says", "It lasted three hours", "within 24 hours"]),
    ("en", ["a shop open 24/7", "on 14.11.2022", "at 9.15 percent", "at 8 hospitals", "about 6 in the city", "at 15 people"]),
    ("en", ["in 2018 et al", "Midnight Oil sang", "scored in 2:30 minutes", "10:10 parts", "at age 12"]),
    ("ar", ["استمر ثلاث ساعات", "خلال الساعات الماضية", "85 ميلا في الساعة", "مقتل 8 مساء السبت", "الدورة الثامنة مساء", "بنسبة 9,15"]),
    ("ar", ["فاز 3:2", "في 14.11.2022", "على مدار الساعة", "خلال 24 ساعة", "نحو 8 مساء أمس", "في الساعة الثانية من المباراة"]),
    ("ru", ["за 3 часа", "через два часа", "со счетом 3:2", "около 8 часов", "в 3 часах езды", "14.11.2022", "в 15 городах", "в 24 часа"]),
    ("ru", ["половина жителей", "в четверг", "в третий раз", "седьмого ноября", "9.15 процента", "24/7"]),
    ("fr", ["pendant trois heures", "à deux heures de Paris", "24h/24", "3 à 1", "100 km/h", "9,15 euros", "en 2h30", "vers 8 pays"]),
    ("fr", ["le 14.11.2022", "la journée de 8 heures", "trois heures plus tard", "le canal du Midi", "un score de 3:2"]),
    (
        "es",
        ["durante tres horas", "a las dos mujeres", "a las 200 personas", "en 24 horas", "9,15 euros", "las 24 horas", "las tres regiones"],
    ),
    ("es", ["a las dos horas de salir", "tardó 2.30 horas", "14.11.2022", "ganó 3:2"]),
    (
        "de",
        ["in 24 Stunden", "38:17 gewonnen", "rund um die Uhr", "um 9,15 Prozent", "nach 13:10 Minuten", "halb so groß", "am 14.11.2022"],
    ),
    ("de", ["nach 8 Tagen", "Viertel vor dem Ende", "um sieben auf acht"]),
    ("tr", ["3 saat sürdü", "24 saat içinde", "saatte 120 km", "3 saat 20 dakika", "2-1 yendi", "gece 3 kişi öldü", "iki buçuk saat"]),
    ("tr", ["yedi buçuk milyon", "14.11.2022", "yüzde 9.15"]),
    ("fa", ["سه ساعت طول کشید", "۲۴ ساعت گذشته", "۳ ساعت و ۲۰ دقیقه", "در ۲۴ ساعت ۸ نفر کشته شدند", "۱۲۰ کیلومتر در ساعت", "نتیجه ۳:۲"]),
    ("fa", ["صبح ۸ نفر آمدند", "پنج ساعت بعد", "دو ساعت و نیم"]),
    ("sv", ["klockan 8:42"]),
]


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in NO_TIMES for text in texts])
def test_durations_scores_prices_and_dates_are_no_times_of_day(language: str, text: str) -> None:
    assert read_clocks(text, language=language, settings=Settings()) == ()


def test_a_time_of_day_has_the_span_of_its_words() -> None:
    texts = [("en", "It opened at 8:42 a.m. today"), ("ar", "فُتِحَ في الساعة السادسة والنصف مساءً أمس"), ("es", "Se abrió a las 8.30 h")]
    found = [
        [text[c.span.start : c.span.end] for c in read_clocks(text, language=language, settings=Settings())] for language, text in texts
    ]
    assert found == [["8:42 a.m."], ["الساعة السادسة والنصف مساءً"], ["a las 8.30 h"]]
