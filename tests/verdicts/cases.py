"""Labelled pairs: what it shows, left, right, verdict, ground of a conflict ("" for none), who adds detail ("" where it does not matter).

Anyone can add a row. All sentences were published on Wednesday 20 March 2024.
"""

ENGLISH = [
    ("the same words", "The bridge over the Salwa river was closed on Monday", "The bridge over the Salwa river was closed on Monday", "agreement", "", "none"),
    ("another order of words", "Engineers closed the bridge over the Salwa river on Monday", "On Monday engineers closed the bridge over the Salwa river", "agreement", "", "none"),
    ("two figures for one toll", "22 people were killed in the bombing", "The bombing killed 44 people", "conflict", "number", ""),
    ("two lower bounds", "At least 22 people were killed in the bombing", "The bombing killed at least 44 people", "agreement", "", ""),
    ("a figure within a lower bound", "At least 22 people were killed in the bombing", "The bombing killed 44 people", "agreement", "", ""),
    ("one changed figure in copied words", "The ministry said 15 ships waited outside the port of Aden on Monday morning", "The ministry said 19 ships waited outside the port of Aden on Monday morning", "conflict", "number", ""),
    ("another day", "The minister of transport resigned on Monday", "The minister of transport resigned on Tuesday", "conflict", "date", ""),
    ("the same day in other words", "The minister of transport resigned on Monday", "The minister of transport resigned on 18 March 2024", "agreement", "", ""),
    ("a month and a day in it", "The two presidents met in March", "The two presidents met on 18 March", "agreement", "", "right"),
    ("another city", "The two presidents met in Ankara on Monday", "The two presidents met in Cairo on Monday", "conflict", "place", ""),
    ("a city and its country", "The two presidents met in Turkey on Monday", "The two presidents met in Ankara on Monday", "agreement", "", "right"),
    ("what one affirms and the other denies", "The army did not attack the port", "The army attacked the port", "conflict", "polarity", ""),
    ("no one did and someone did", "No group claimed responsibility for the attack", "The Falcon group claimed responsibility for the attack", "conflict", "polarity", ""),
    ("both deny", "The army did not attack the port", "The army has not attacked the port", "agreement", "", ""),
    (
        "a negation elsewhere",
        "The two presidents met in Ankara on Monday, although no date had been announced",
        "The two presidents met in Ankara on Monday",
        "agreement",
        "",
        "left",
    ),
    ("framing", "Russian forces have fought there since the invasion began", "Russian forces have fought there since the attack began", "agreement", "", "none"),
    ("an added clause", "The bridge was closed on Monday", "The bridge was closed on Monday after engineers found deep cracks in two pillars", "agreement", "", "right"),
    ("a call is no meeting", "The two ministers held a phone call in June", "The two ministers held a meeting in June", "unclear", "", ""),
    ("other statements on one subject", "The port of Aden was built by the city", "Fishermen in Aden complain of high fuel costs", "unclear", "", ""),
]

ARABIC = [
    ("الألفاظ نفسها", "أغلقت البلدية جسر النهر القديم يوم الاثنين", "أغلقت البلدية جسر النهر القديم يوم الاثنين", "agreement", "", "none"),
    ("فروق الإملاء", "اجتمع المسؤولون الأميركيون في أنقرة أمس", "اجتمع المسؤولون الأمريكيّون في انقرة أمس", "agreement", "", "none"),
    ("رقمان لحصيلة واحدة", "قتل 22 شخصا في التفجير", "قتل 44 شخصا في التفجير", "conflict", "number", ""),
    ("حدان أدنيان", "قتل ما لا يقل عن 22 شخصا في التفجير", "قتل ما لا يقل عن 44 شخصا في التفجير", "agreement", "", ""),
    ("أرقام هندية", "قتل ٢٢ شخصا في التفجير", "قتل 22 شخصا في التفجير", "agreement", "", ""),
    ("يوم آخر", "استقال وزير النقل يوم الاثنين", "استقال وزير النقل يوم الثلاثاء", "conflict", "date", ""),
    ("اليوم نفسه بلفظ آخر", "استقال وزير النقل يوم الاثنين", "استقال وزير النقل في 18 مارس", "agreement", "", ""),
    ("مدينة ودولتها", "عقد الوزيران اجتماعا في تركيا الاثنين", "عقد الوزيران اجتماعا في أنقرة الاثنين", "agreement", "", "right"),
    ("إثبات ونفي", "لم يهاجم الجيش الميناء", "هاجم الجيش الميناء", "conflict", "polarity", ""),
    ("نفي المفاوضات وإثباتها", "الوفد لا يجري مفاوضات من أي نوع", "جرت مفاوضات كهذه فعلا بطلب من الوفد", "conflict", "polarity", ""),
    ("نفيان", "لم يهاجم الجيش الميناء", "الجيش لم يهاجم أي ميناء", "agreement", "", ""),
    ("فاعل آخر وفعل لم يقع بعد", "الوفد لا يجري مفاوضات من أي نوع", "ستواصل قطر التفاوض مع جميع الأطراف", "unclear", "", ""),
    ("غزو وهجوم", "الاتصالات مستمرة بين البلدين منذ بدء الغزو الروسي", "الاتصالات مستمرة بين البلدين منذ بدء الهجوم الروسي", "agreement", "", "none"),
    ("غير معلن وعلني", "آخر لقاء علني بين المديرين جرى في تركيا في نوفمبر", "استضافت أنقرة لقاء غير معلن بين المديرين في نوفمبر", "agreement", "", ""),
    ("اتصال واجتماع", "أجرى الوزيران محادثة هاتفية أمس", "عقد الوزيران اجتماعا أمس", "unclear", "", ""),
]

MIXED = [
    ("one toll in two languages", "22 people were killed in the bombing", "قتل 22 شخصا في التفجير", "agreement", "", ""),
    ("two tolls in two languages", "22 people were killed in the bombing", "قتل 44 شخصا في التفجير", "conflict", "number", ""),
    ("one day in two languages", "The two ministers met in Ankara on Monday", "اجتمع الوزيران في أنقرة يوم الاثنين", "agreement", "", ""),
    ("two days in two languages", "The two ministers met in Ankara on Monday", "اجتمع الوزيران في أنقرة يوم الثلاثاء", "conflict", "date", ""),
    ("denied in one language, affirmed in the other", "The delegation is not holding negotiations", "جرت مفاوضات أمس", "conflict", "polarity", ""),
    ("a country and its city", "The two ministers met in Turkey on Monday", "اجتمع الوزيران في أنقرة يوم الاثنين", "agreement", "", "right"),
]
