"""Labelled pairs: what it shows, left, right, verdict, ground of a conflict ("" for none), who adds detail ("" where it does not matter).

Anyone can add a row. All sentences were published on Wednesday 20 March 2024.
"""

# fmt: off
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
    ("a negation elsewhere", "The two presidents met in Ankara on Monday, although no date had been announced", "The two presidents met in Ankara on Monday", "agreement", "", "left"),
    ("framing", "Russian forces have fought there since the invasion began", "Russian forces have fought there since the attack began", "agreement", "", "none"),
    ("an added clause", "The bridge was closed on Monday", "The bridge was closed on Monday after engineers found deep cracks in two pillars", "agreement", "", "right"),
    ("a call is no meeting", "The two ministers held a phone call in June", "The two ministers held a meeting in June", "unclear", "", ""),
    ("other statements on one subject", "The port of Aden was built by the city", "Fishermen in Aden complain of high fuel costs", "unclear", "", ""),
    ("a changed figure after a figure that stays", "Of the 40 passengers, 12 were taken to hospital in Salwa on Monday", "Of the 40 passengers, 17 were taken to hospital in Salwa on Monday", "conflict", "number", ""),
    ("a negation added to copied words", "The ministry will publish the full report on the collapse of the bridge", "The ministry will not publish the full report on the collapse of the bridge", "conflict", "polarity", ""),
    ("opposites", "The price of bread rose in the capital in February", "The price of bread fell in the capital in February", "conflict", "opposites", ""),
    ("more against less precise figures", "Dozens of people were wounded in the bombing", "34 people were wounded in the bombing", "agreement", "", ""),
    ("one word denied, the rest another matter", "The minister did not resign", "The minister of health opened a clinic in the south", "unclear", "", ""),
    ("one word denied, the rest the same", "The minister of transport did not resign", "The minister of transport resigned", "conflict", "polarity", ""),
    ("another name in copied words", "The visit of the delegation to Cairo was put off until the end of the month", "The visit of the delegation to Beirut was put off until the end of the month", "conflict", "place", ""),
    ("not clear whether", "It was not clear whether the bridge was damaged in the storm", "The bridge was damaged in the storm", "agreement", "", ""),
    ("denied, and only planned", "The two sides are not holding talks", "The two sides may hold talks next year", "unclear", "", ""),
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
    ("رقم تغير في كلام منقول", "أعلنت الوزارة أن 15 سفينة انتظرت خارج ميناء عدن صباح الاثنين", "أعلنت الوزارة أن 19 سفينة انتظرت خارج ميناء عدن صباح الاثنين", "conflict", "number", ""),
    ("نفي أضيف إلى كلام منقول", "ستنشر الوزارة التقرير الكامل عن انهيار الجسر القديم", "لن تنشر الوزارة التقرير الكامل عن انهيار الجسر القديم", "conflict", "polarity", ""),
    ("ضدان", "ارتفع سعر الخبز في العاصمة في فبراير", "انخفض سعر الخبز في العاصمة في فبراير", "conflict", "opposites", ""),
    ("مكان آخر", "عقد الوزيران اجتماعا في أنقرة الاثنين", "عقد الوزيران اجتماعا في القاهرة الاثنين", "conflict", "place", ""),
]
MIXED = [
    ("one toll in two languages", "22 people were killed in the bombing", "قتل 22 شخصا في التفجير", "agreement", "", ""),
    ("two tolls in two languages", "22 people were killed in the bombing", "قتل 44 شخصا في التفجير", "conflict", "number", ""),
    ("one day in two languages", "The two ministers met in Ankara on Monday", "اجتمع الوزيران في أنقرة يوم الاثنين", "agreement", "", ""),
    ("two days in two languages", "The two ministers met in Ankara on Monday", "اجتمع الوزيران في أنقرة يوم الثلاثاء", "conflict", "date", ""),
    ("denied in one language, affirmed in the other", "The delegation is not holding negotiations", "جرت مفاوضات أمس", "conflict", "polarity", ""),
    ("a country and its city", "The two ministers met in Turkey on Monday", "اجتمع الوزيران في أنقرة يوم الاثنين", "agreement", "", ""),
    ("opposites in two languages", "The price of bread rose in February", "انخفض سعر الخبز في فبراير", "unclear", "", ""),
    ("a lower bound in one language", "At least 22 people were killed in the bombing", "قتل 44 شخصا في التفجير", "agreement", "", ""),
]
# fmt: on
