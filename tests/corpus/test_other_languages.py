"""Who and where in other languages than English: by the forms of the language, by capitals, by tables."""

import pytest

from bench.languages import scores
from corpus.article import Article, EntityType
from corpus.document import Document
from corpus.enrichment.annotation import annotate

P, O, L = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE  # noqa: E741 - a letter for each type


def read(text: str, language: str) -> Document:
    return annotate(Article("a", "", text, language=language))


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Die syrische Armee zog ab. Frankreichs Präsident schwieg.", {"SY", "FR"}),
        ("fr", "Les troupes maliennes avancent, selon la Côte d'Ivoire.", {"ML", "CI"}),
        ("es", "Los alemanes y las autoridades francesas hablaron en Perú.", {"DE", "FR", "PE"}),
        ("it", "Il governo tedesco e quello degli Stati Uniti.", {"DE", "US"}),
        ("pt", "O ministro alemão chegou a Moçambique.", {"DE", "MZ"}),
        ("nl", "De Franse premier bezocht Zuid-Afrika.", {"FR", "ZA"}),
        ("tr", "Türkiye'nin ordusu ve Suriyeli mülteciler.", {"TR", "SY"}),
        ("ru", "Лидеры Германии и Сирии обсудили французский план.", {"DE", "SY", "FR"}),
        ("ar", "قال وزير الخارجية السوري إن تركيا وافقت.", {"SY", "TR"}),
        ("he", "ראש הממשלה נפגש עם נשיא צרפת בישראל.", {"FR", "IL"}),
        ("zh", "德国总理访问巴黎。马里兰州没有回应。", {"DE", "FR"}),
        ("ja", "ロシアとウクライナが協議した。チリソースの話ではない。", {"RU", "UA"}),
        ("ko", "한국과 미국은 중국에 답했다.", {"KR", "US", "CN"}),
        ("pl", "Rozmowy Francji z Ukrainą trwają.", {"FR", "UA"}),
        ("sv", "Sveriges regering vill veta vad Norge gör.", {"SE", "NO"}),
        ("pl", "Rosyjskie wojska i rozmowy w Niemczech, podano w Gdańsku.", {"RU", "DE", "PL"}),
        ("uk", "Російські війська обстріляли Харків.", {"RU", "UA"}),
        ("cs", "Ministři v Německu mluvili o ruské armádě.", {"DE", "RU"}),
        ("fi", "Venäläiset joukot ja Saksan hallitus.", {"RU", "DE"}),
        ("he", "הוא ביקר בצרפת ובגרמניה.", {"FR", "DE"}),
        ("ru", "Спор в Екатеринбурге.", {"RU"}),
        ("es", "Israel Rodríguez canta en Sevilla. Israel baila.", {"ES"}),
        ("pt", "Luís Montenegro falou em Lisboa.", {"PT"}),
        ("de", "Ankara und Ottawa lehnen ab.", {"TR", "CA"}),
        ("fr", "Les entreprises sud-coréennes attendent.", {"KR"}),
        ("pl", "Egipscy dyplomaci i niemieccy żołnierze czekają.", {"EG", "DE"}),
        ("cs", "Egyptští a němečtí vojáci čekají.", {"EG", "DE"}),
        ("tr", "Liman kapandı. İranlılar ve Mısırlı bakan geldi.", {"IR", "EG"}),
        ("it", "Marco Francia e Israele Rossi mangiano pan di Spagna a Palermo.", {"IT"}),
        ("es", "Argentina Díaz canta en la calle Colombia.", set()),
        ("nl", "In de Belgiëlaan eet Jan Spanje Turks fruit.", set()),
        ("el", "Η κυβέρνηση της Ελλάδας μίλησε με τη Γαλλία.", {"GR", "FR"}),
    ],
)
def test_countries_are_found_in_the_forms_of_each_language(language: str, text: str, found: set[str]) -> None:
    assert {each.code for each in read(text, language).countries} == found


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        (
            "de",
            "Außenministerin Zelda Quimbach traf den Chef der Deutschen Bank in Berlin. Quimbach schwieg.",
            {("Zelda Quimbach", P), ("Deutsche Bank", O), ("Berlin", L)},
        ),
        (
            "es",
            "El presidente del Banco de España, Otto Barra, viajó a Chile. El Real Madrid perdió.",
            {("Banco de España", O), ("Otto Barra", P), ("Chile", L), ("Real Madrid", O)},
        ),
        (
            "fr",
            "La ministre du Travail, Zelda Quimbert, a rencontré à Lyon la direction du groupe Barrault.",
            {("Zelda Quimbert", P), ("Lyon", L), ("Barrault", O)},
        ),
        (
            "de",
            "Die Grünen-Politikerin Zelda Quimbach lobte Volkswagen und den Schweizer Konzern Nestlé.",
            {("Zelda Quimbach", P), ("Volkswagen", O), ("Nestlé", O)},
        ),
        (
            "it",
            "Il ministro degli Esteri Zelda Quimbelli vide a Napoli il capo della Banca d'Italia Mario Barri.",
            {("Zelda Quimbelli", P), ("Naples", L), ("Banca d'Italia", O), ("Mario Barri", P)},
        ),
        ("fr", "Selon Zelda Quimbert, patron de Quimbart, tout va.", {("Zelda Quimbert", P), ("Quimbart", O)}),
        (
            "de",
            "Siemens-Chef Otto Barrbach lobte die Bundesbank.",
            {("Siemens", O), ("Otto Barrbach", P), ("Bundesbank", O)},
        ),
        (
            "tr",
            "Ekonomi Bakanı Zelda Quimbacı Londra'da konuştu.",
            {("Zelda Quimbacı", P), ("London", L)},
        ),
        (
            "es",
            "La Fiscalía General y la Policía Federal hablaron.",
            {("Fiscalía General", O), ("Policía Federal", O)},
        ),
        ("uk", "Міністр Зельда Квімко прибула до Варшави.", {("Зельда Квімко", P), ("Warsaw", L)}),
        ("sv", "Statsminister Zelda Quimborg besökte Oslo.", {("Zelda Quimborg", P), ("Oslo", L)}),
        (
            "ru",
            "Встреча с главой партии Игорем Квимовым прошла в Казани. Квимов доволен, сообщила ООН.",
            {("Игорь Квимов", P), ("Kazan", L), ("United Nations", O)},
        ),
        (
            "ar",
            "التقى مبعوث الأمم المتحدة في دمشق بشار الأسد.",
            {("United Nations", O), ("Damascus", L), ("Bashar al-Assad", P)},
        ),
        ("zh", "习近平在北京会见联合国秘书长。", {("Xi Jinping", P), ("Beijing", L), ("United Nations", O)}),
    ],
)
def test_names_are_found_and_typed(language: str, text: str, named: set[tuple[str, EntityType]]) -> None:
    assert {(each.name, each.type) for each in read(text, language).entities} == named


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("it", "Il presidente della Camera Lorenzo Fontana ha firmato.", "Lorenzo Fontana"),
        ("it", "La presidente del Consiglio Giorgia Meloni ha firmato.", "Giorgia Meloni"),
        ("es", "Firmó la presidenta del Congreso Francina Armengol.", "Francina Armengol"),
        ("pt", "O ministro da Fazenda Fernando Haddad assinou.", "Fernando Haddad"),
        ("nl", "Minister van Buitenlandse Zaken Caspar Veldkamp tekende.", "Caspar Veldkamp"),
        ("tr", "TBMM Başkanı Numan Kurtulmuş imzaladı.", "Numan Kurtulmuş"),
        ("de", "Bundestagspräsidentin Bärbel Bas hat unterzeichnet.", "Bärbel Bas"),
    ],
)
def test_the_seat_of_an_office_is_no_part_of_a_persons_name(language: str, text: str, person: str) -> None:
    assert [each.name for each in read(text, language).entities if each.type is P] == [person]


def test_a_body_that_begins_like_a_seat_keeps_its_name() -> None:
    found = read("Habló el presidente del Congreso Nacional Africano en Madrid.", "es").entities
    assert not [each for each in found if each.type is P]


def test_german_nouns_are_no_names() -> None:
    text = "Der Ausschuss lehnte am Dienstag den Antrag der Opposition ab. Die Mehrheit hält das Gesetz für nötig."
    assert read(text, "de").entities == ()


def test_mentions_stand_where_the_text_has_them() -> None:
    document = read("Le chef de l'armée malienne est arrivé à Bamako.", "fr")
    [bamako] = document.entities
    [(begin, end)] = bamako.mentions
    assert document.article.text[begin:end] == "Bamako"


def test_the_gold_of_six_languages_is_annotated_as_well_as_it_was() -> None:
    """The figures stand in bench/annotation.md."""
    names, countries = scores()["all"]
    assert names > 0.95
    assert countries > 0.95


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("pl", "Minister spotkał się z Donaldem Tuskiem w Warszawie. Decyzja Donalda Tuska jest znana.", "Donald Tusk"),
        ("pl", "Zdaniem Jarosława Kaczyńskiego ustawa jest zła, a rząd upadnie.", "Jarosław Kaczyński"),
        ("pl", "Anna Nowak kieruje muzeum. Wybór Anny Nowak pochwalił burmistrz. Z Anną Nowak mówił.", "Anna Nowak"),
        ("pl", "Maria Skłodowska urodziła się w Warszawie, w domu przy ulicy Freta.", "Maria Skłodowska"),
        ("cs", "Setkání s Petrem Fialou trvalo hodinu. Podle Petra Fialy je dohoda blízko.", "Petr Fiala"),
        ("cs", "Jana Nováková vede úřad v Plzni. S Janou Novákovou jsme mluvili včera.", "Jana Nováková"),
        ("sk", "Premiér Robert Fico odcestoval. Podľa Roberta Fica je to správne.", "Robert Fico"),
        ("pl", "Rozmowa z Adamem Pawlukiem trwała godzinę, a burmistrz słuchał.", "Adam Pawluk"),
        ("pl", "Rozmowa z Elonem Muskiem trwała godzinę, a burmistrz słuchał.", "Elon Musk"),
        ("cs", "Mluvili jsme s Janem Kubikem o škole, která bude zavřená.", "Jan Kubik"),
        ("sk", "Hovorili sme s Jánom Budajom o škole, ktorá bude zatvorená.", "Ján Budaj"),
    ],
)
def test_a_person_in_another_case_is_the_same_person(language: str, text: str, person: str) -> None:
    persons = [entity.name for entity in read(text, language).entities if entity.type is EntityType.PERSON]
    assert persons == [person]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La place de la Chine dans le monde grandit. Elle passe rue de Suisse.", ["CN"]),
        ("es", "Volaron a Chile vía Lima y via Argentina. Viven en la calle Colombia.", ["CL", "PE", "AR"]),
        ("de", "Im Medaillenspiegel belegt Polen Platz zwei. Der Schweizer Platz ist gesperrt.", ["PL"]),
        ("it", "Il treno va in Francia via Svizzera. Il negozio è in Via Spagna.", ["FR", "CH"]),
    ],
)
def test_a_street_called_like_a_country_is_no_word_for_a_way_or_a_rank(
    language: str, text: str, expected: list[str]
) -> None:
    assert sorted(country.code for country in read(text, language).countries) == sorted(expected)


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("tr", "Ama Türkiye bunu kabul etmez.", "TR"),
        ("es", "Con Italia fuera del torneo, los hinchas lloran.", "IT"),
        ("es", "Hoy España juega sin su capitán.", "ES"),
    ],
)
def test_a_word_that_begins_a_sentence_before_a_country_is_no_given_name(language: str, text: str, code: str) -> None:
    document = read(text, language)
    assert [country.code for country in document.countries] == [code]
    assert not [each for each in document.entities if each.type is EntityType.PERSON]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "Fotograaf Anton Quimby opende vrijdag zijn tentoonstelling.", "Anton Quimby"),
        ("fr", "Photographe Raymond Quimby a ouvert son exposition.", "Raymond Quimby"),
        ("es", "Fotógrafo Pablo Quimby abrió su exposición.", "Pablo Quimby"),
        ("sv", "Fotografen Anders Quimby öppnade sin utställning.", "Anders Quimby"),
        ("tr", "Yazar Orhan Quimby konuştu.", "Orhan Quimby"),
        ("fi", "Kirjailija Sofi Quimby puhui.", "Sofi Quimby"),
    ],
)
def test_what_somebody_does_is_no_part_of_the_name(language: str, text: str, name: str) -> None:
    document = annotate(Article("a", "", text, language=language))
    assert [entity.name for entity in document.entities] == [name]
