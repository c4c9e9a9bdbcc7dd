"""Who says what in Turkish: one case a line, in our own sentences."""

from __future__ import annotations

import pytest

import claimcmp as cc
from tests.extract.reading import Row, own, read_claims, read_rows

CASES = [
    ("Milli Savunma Bakanlığı haberi yalanladı.", [Row("haberi", "Milli Savunma Bakanlığı", sense="denies")]),
    (
        "Reuters'ın iki yetkiliye dayandırdığı habere göre, plan köprünün kapanmasını öngörüyor.",
        [Row("plan köprünün kapanmasını öngörüyor", "iki yetkili", ("Reuters",))],
    ),
    # --- nominal clauses before the verb
    (
        "Dışişleri Bakanı Elif Aydın, müzakerelerin Ankara'da başlayacağını söyledi.",
        [Row("müzakerelerin Ankara'da başlayacağını", "Dışişleri Bakanı Elif Aydın")],
    ),
    ("Bakan Aydın, köprünün salı günü açıldığını belirtti.", [Row("köprünün salı günü açıldığını", "Bakan Aydın")]),
    ("Sağlık Bakanlığı, hastanede yangın çıkmadığını açıkladı.", [Row("hastanede yangın çıkmadığını", "Sağlık Bakanlığı")]),
    ("Kurum, depremin büyüklüğünün 5,2 olduğunu duyurdu.", [Row("depremin büyüklüğünün 5,2 olduğunu", "Kurum")]),
    ("Sakinler suyun kesildiğini anlattı.", [Row("suyun kesildiğini", "Sakinler")]),
    ("Lale köprünün kapalı olduğunu söyledi.", [Row("köprünün kapalı olduğunu", "Lale")]),
    ("Şirketin müdürü Cem Oral, üretimin durmadığını vurguladı.", [Row("üretimin durmadığını", "Şirketin müdürü Cem Oral")]),
    ("Uzmanlar, barajın dolmaya başladığını düşünüyor.", [Row("barajın dolmaya başladığını", "Uzmanlar")]),
    ("Vali, salı günü Van'da yaptığı açıklamada, yolların açık olduğunu söyledi.", [Row("yolların açık olduğunu", "Vali")]),
    ("Salı günü konuşan Vali Selin Kara, yolların açık olduğunu kaydetti.", [Row("yolların açık olduğunu", "Vali Selin Kara")]),
    ("Doktor, hastanın durumunun iyi olduğu yönünde açıklama yaptı.", [Row("hastanın durumunun iyi olduğu", "Doktor")]),
    (
        'Muhalefet lideri Can Er, hükümetin "halkı kandırdığını" öne sürdü.',
        [Row('hükümetin "halkı kandırdığını"', "Muhalefet lideri Can Er", mode="mixed")],
    ),
    ("Prof. Dr. Ela Tan, 3. Enerji Zirvesi'nin başladığını söyledi.", [Row("3. Enerji Zirvesi'nin başladığını", "Prof. Dr. Ela Tan")]),
    ("Doç. Nil Su, aşının yeterli olduğunu söyledi.", [Row("aşının yeterli olduğunu", "Doç. Nil Su")]),
    ("DIŞİŞLERİ BAKANI AYDIN, KÖPRÜNÜN AÇILDIĞINI AÇIKLADI.", [Row("KÖPRÜNÜN AÇILDIĞINI", "DIŞİŞLERİ BAKANI AYDIN")]),
    # --- quotations
    (
        'Belediye Başkanı Kemal Doğan, "Seferler yarın başlayacak" dedi.',
        [Row('"Seferler yarın başlayacak"', "Belediye Başkanı Kemal Doğan", mode="direct")],
    ),
    ("Doğan “Hasar çok büyük” diye konuştu.", [Row("“Hasar çok büyük”", "Doğan", mode="direct")]),
    ('Antrenör, "Kazanmayı hak ettik" değerlendirmesinde bulundu.', [Row('"Kazanmayı hak ettik"', "Antrenör", mode="direct")]),
    ('Vali Selin Kara şunları söyledi: "Bütün yollar açık."', [Row('"Bütün yollar açık."', "Vali Selin Kara", mode="direct")]),
    ('"Geri adım atmayacağız" dedi Ak.', [Row('"Geri adım atmayacağız"', "Ak", mode="direct")]),
    ("Ak: Vergiler artmayacak", [Row("Vergiler artmayacak", "Ak", mode="direct")]),
    ('Ak, "Kazanacağız" dedi ve salondan ayrıldı.', [Row('"Kazanacağız"', "Ak", mode="direct"), own("salondan ayrıldı")]),
    ("Kaptan, fırtına dinecek dedi.", [Row("fırtına dinecek", "Kaptan", mode="direct")]),
    # --- participles and converbs
    (
        'Doğan, limanın kapatıldığını belirterek, "Hasar çok büyük" diye konuştu.',
        [Row("limanın kapatıldığını", "Doğan"), Row('"Hasar çok büyük"', "Doğan", mode="direct")],
    ),
    (
        'Limanın kapatıldığını belirten Doğan, "Hasar çok büyük" ifadesini kullandı.',
        [Row("Limanın kapatıldığını", "Doğan"), Row('"Hasar çok büyük"', "Doğan", mode="direct")],
    ),
    (
        'Ak, "Vergiler artmayacak" diyerek iddiaları reddetti.',
        [Row('"Vergiler artmayacak"', "Ak", mode="direct"), Row("iddiaları", "Ak", sense="denies")],
    ),
    (
        "Avukat Nil Su, müvekkilinin suçsuz olduğunu söyledi ve mahkemenin tarafsız kalmasını istedi.",
        [Row("müvekkilinin suçsuz olduğunu", "Avukat Nil Su"), Row("mahkemenin tarafsız kalmasını", "Avukat Nil Su", sense="calls_for")],
    ),
    ("Gazetecilerin sorularını yanıtlayan Ak, seçim tarihinin değişmeyeceğini vurguladı.", [Row("seçim tarihinin değişmeyeceğini", "Ak")]),
    # --- what stands around the speaker
    ("Ankara'da düzenlenen toplantıda, Bakan Su, yolun kapalı olduğunu söyledi.", [Row("yolun kapalı olduğunu", "Bakan Su")]),
    (
        "Bakanlık Sözcüsü Nil Su dün bir toplantıda, yolun kapalı olduğunu söyledi.",
        [Row("yolun kapalı olduğunu", "Bakanlık Sözcüsü Nil Su")],
    ),
    ("Başkan Doğan Ankara'da yaptığı konuşmada kararın alındığını duyurdu.", [Row("kararın alındığını", "Başkan Doğan")]),
    (
        "Meclise konuşan Dışişleri Bakanı Selim al-Rami durumun iyileştiğini söyledi.",
        [Row("durumun iyileştiğini", "Dışişleri Bakanı Selim al-Rami")],
    ),
    ("Bir katılımcı ona sınava girip girmeyeceğini sordu.", [Row("sınava girip girmeyeceğini", "Bir katılımcı", sense="asks")]),
    ("Ancak bazı analistler, faizin düşeceğini ifade ediyorlar.", [Row("faizin düşeceğini", "bazı analistler")]),
    (
        "Rusya Dışişleri Sözcüsü Vera Orlova, haftalık basın toplantısında Moskova'nın hazır olduğunu söyledi.",
        [Row("Moskova'nın hazır olduğunu", "Rusya Dışişleri Sözcüsü Vera Orlova")],
    ),
    ("Müzakerelere yakın bir kaynak, tarafların buluşacağını aktardı.", [Row("tarafların buluşacağını", "Müzakerelere yakın bir kaynak")]),
    ("Uzman Ela Tan'a göre ise kriz uzun sürecek.", [Row("kriz uzun sürecek", "Uzman Ela Tan")]),
    ("Çalışmaların sürdüğünü söyledi.", [Row("Çalışmaların sürdüğünü")]),
    (
        'Reuters\'a konuşan ve adının açıklanmasını istemeyen üst düzey bir yetkili, "Karar henüz verilmedi" dedi.',
        [Row('"Karar henüz verilmedi"', "üst düzey bir yetkili", ("Reuters",), mode="direct")],
    ),
    ("Bazı görgü tanıkları uçağın pisti kaçırdığını iddia etti.", [Row("uçağın pisti kaçırdığını", "Bazı görgü tanıkları")]),
    # --- relays, according-to phrases, unnamed sources
    ("AFP'ye konuşan bir diplomat, görüşmelerin tıkandığını ifade etti.", [Row("görüşmelerin tıkandığını", "bir diplomat", ("AFP",))]),
    (
        "Deniz Ak, CNN Türk'e yaptığı açıklamada, bütçenin hazır olduğunu söyledi.",
        [Row("bütçenin hazır olduğunu", "Deniz Ak", ("CNN Türk",))],
    ),
    ("Bir polis sözcüsü Reuters'a yolun açıldığını söyledi.", [Row("yolun açıldığını", "Bir polis sözcüsü", ("Reuters",))]),
    ("Reuters'ın haberine göre, iki ülke ateşkes konusunda anlaştı.", [Row("iki ülke ateşkes konusunda anlaştı", "Reuters")]),
    ("Yetkililere göre, gemide 40 kişi vardı.", [Row("gemide 40 kişi vardı", "Yetkililer")]),
    ("Kara'ya göre seçim sonbaharda yapılacak.", [Row("seçim sonbaharda yapılacak", "Kara")]),
    ("Bakan'ın aktardığına göre, tünel gelecek yıl bitecek.", [Row("tünel gelecek yıl bitecek", "Bakan")]),
    ("Araştırmaya göre, gençlerin yarısı iş arıyor.", [Row("gençlerin yarısı iş arıyor", "Araştırma")]),
    (
        "Reuters, adı açıklanmayan iki yetkiliye dayandırdığı haberinde, tesisin kapatıldığını yazdı.",
        [Row("tesisin kapatıldığını", "iki yetkili", ("Reuters",))],
    ),
    ("Adının açıklanmasını istemeyen bir yetkili, anlaşmanın hazır olduğunu söyledi.", [Row("anlaşmanın hazır olduğunu", "bir yetkili")]),
    (
        "AA'nın haberine göre, Bakan Aydın, heyetin döndüğünü söyledi.",
        [Row("heyetin döndüğünü", "Bakan Aydın", ("AA",))],
    ),
    # --- nested speech
    (
        "Bakan Aydın, Lavren'in heyetin geleceğini söylediğini aktardı.",
        [Row("Lavren'in heyetin geleceğini söylediğini", "Bakan Aydın"), Row("heyetin geleceğini", "Lavren", ("Bakan Aydın",))],
    ),
    # --- passives and rumour
    ("Bakanlıktan yapılan açıklamada, iki askerin yaralandığı bildirildi.", [Row("iki askerin yaralandığı", "Bakanlık")]),
    ("Raporda, enflasyonun yüzde 8'e gerilediği belirtildi.", [Row("enflasyonun yüzde 8'e gerilediği", "Rapor")]),
    ("Geminin battığı iddia edildi.", [Row("Geminin battığı")]),
    ("İddiaya göre, sürücü alkollüydü.", [Row("sürücü alkollüydü")]),
    # --- senses
    ("Bakan, muhalefetten bütçeye destek vermesini istedi.", [Row("muhalefetten bütçeye destek vermesini", "Bakan", sense="calls_for")]),
    (
        "Sendika, hükümete ücretlerin artırılması çağrısında bulundu.",
        [Row("hükümete ücretlerin artırılması", "Sendika", sense="calls_for")],
    ),
    ("Şirket iddiaları yalanladı.", [Row("iddiaları", "Şirket", sense="denies")]),
    ("Sözcü, saldırının yeniden olabileceği uyarısında bulundu.", [Row("saldırının yeniden olabileceği", "Sözcü", sense="warns")]),
    ("Başbakan Deniz Ak, vergilerin düşürüleceği sözünü verdi.", [Row("vergilerin düşürüleceği", "Başbakan Deniz Ak", sense="promises")]),
    ("Bakan, üç köyün boşaltılıp boşaltılmadığını sordu.", [Row("üç köyün boşaltılıp boşaltılmadığını", "Bakan", sense="asks")]),
    ("Savcı, şirketi belgeleri gizlemekle suçladı.", [Row("şirketi belgeleri gizlemekle", "Savcı", sense="accuses")]),
    # --- the outlet's own words beside a report
    (
        "Meclis bütçeyi onayladı ve Başkan Doğan, oylamanın adil olduğunu savundu.",
        [own("Meclis bütçeyi onayladı"), Row("oylamanın adil olduğunu", "Başkan Doğan")],
    ),
    # --- no report
    ("Hükümet yetkilileri kararın bugün çıkmasını bekliyor.", [own("Hükümet yetkilileri kararın bugün çıkmasını bekliyor")]),
    ("Öğretmen konuyu öğrencilere anlattı.", [own("Öğretmen konuyu öğrencilere anlattı")]),
    ("Şirket üçüncü çeyrek kârını açıkladı.", [own("Şirket üçüncü çeyrek kârını açıkladı")]),
    ("Toplantı Ankara'da iki saat sürdü.", [own("Toplantı Ankara'da iki saat sürdü")]),
    ("Polis, meydanı gece yarısı boşalttı.", [own("Polis, meydanı gece yarısı boşalttı")]),
    ("Fiyatlar geçen yıla göre yüzde 10 arttı.", [own("Fiyatlar geçen yıla göre yüzde 10 arttı")]),
    ("Bu kanuna göre işverenler prim ödeyecek.", [own("Bu kanuna göre işverenler prim ödeyecek")]),
    ('Kalabalık, gece boyunca "istifa" sloganı attı.', [own('Kalabalık, gece boyunca "istifa" sloganı attı')]),
    ("Şirket, yeni fabrikasını gelecek ay açacak.", [own("Şirket, yeni fabrikasını gelecek ay açacak")]),
    ("Heyet kararı gelecek hafta açıklayacak.", [own("Heyet kararı gelecek hafta açıklayacak")]),
    ("Yazar yeni romanını iki yılda yazdı.", [own("Yazar yeni romanını iki yılda yazdı")]),
    ("Çocuklar annelerini çok istedi.", [own("Çocuklar annelerini çok istedi")]),
    ("Takım, sezonun ilk maçında rakibini yendi.", [own("Takım, sezonun ilk maçında rakibini yendi")]),
]


@pytest.mark.parametrize(("text", "rows"), CASES, ids=[case[0] for case in CASES])
def test_a_sentence_gives_its_claims(text: str, rows: list[Row]) -> None:
    assert read_rows(text, "tr") == rows


def test_a_left_out_subject_is_the_last_speaker() -> None:
    claims = read_claims("Bakan Elif Aydın, barajın dolduğunu söyledi. Su kesintilerinin biteceğini ekledi.", "tr")
    assert [claim.attribution.speaker.canonical for claim in claims if claim.attribution.speaker] == ["Elif Aydın", "Elif Aydın"]
    assert [claim.attribution.inherited for claim in claims] == [False, True]


def test_a_surname_is_resolved_to_the_full_name() -> None:
    claims = read_claims("Dışişleri Bakanı Elif Aydın, heyetin geldiğini söyledi.\nAydın ayrıca anlaşmanın imzalanmadığını kaydetti.", "tr")
    assert [claim.attribution.speaker.canonical for claim in claims if claim.attribution.speaker] == ["Elif Aydın", "Elif Aydın"]


def test_a_title_alone_is_resolved_to_its_holder() -> None:
    claims = read_claims("Dışişleri Bakanı Elif Aydın, heyetin geldiğini söyledi.\nBakan, görüşmelerin süreceğini belirtti.", "tr")
    assert [claim.attribution.speaker.canonical for claim in claims if claim.attribution.speaker] == ["Elif Aydın", "Elif Aydın"]


def test_an_unnamed_source_keeps_the_stated_reason() -> None:
    (claim,) = read_claims("Adının açıklanmasını istemeyen bir yetkili, anlaşmanın hazır olduğunu söyledi.", "tr")
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.kind is cc.SourceKind.ANONYMOUS
    assert claim.attribution.speaker.reason == "Adının açıklanmasını istemeyen"


def test_case_endings_are_no_part_of_a_name() -> None:
    (claim,) = read_claims("Anadolu Ajansı'nın haberine göre, liman açıldı.", "tr")
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.canonical == "Anadolu Ajansı"


def test_a_quotation_on_the_next_line_belongs_to_the_announced_speaker() -> None:
    claims = read_claims('Vali Selin Kara sözlerini şöyle sürdürdü:\n"Yolları açık tutacağız ve kimseyi yalnız bırakmayacağız."', "tr")
    speaker = claims[-1].attribution.speaker
    assert speaker is not None
    assert speaker.canonical == "Selin Kara"


def test_texts_without_tables_of_dates_and_numbers_can_be_compared() -> None:
    left = "Bakan Elif Aydın, köprüde 120 işçinin çalıştığını söyledi. Köprü salı günü açılacak."
    right = "Başkan Kemal Doğan, köprüde 80 işçinin çalıştığını açıkladı."
    result = cc.compare({"Sabah": left, "Akşam": right})
    (conflict,) = result.conflicts
    assert {claim.attribution.speaker.canonical for claim in (conflict.pair.left, conflict.pair.right) if claim.attribution.speaker} == {
        "Elif Aydın",
        "Kemal Doğan",
    }
