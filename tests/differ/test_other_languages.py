"""French, German, Spanish and Arabic reports: each kind as in English, by the words and the writing of the language."""

import pytest
from msgspec.structs import replace

from tests.differ.cells import brief, document, one_row
from wirediff.differ import differences
from wirediff.glossary import builtin
from wirediff.kinds import Kind
from wirediff.model import Difference
from wirediff.pipeline import compare
from wirediff.settings import Settings
from wirediff.text import quantities


def compared(language: str, one: str, other: str) -> tuple[Difference, ...]:
    documents = [replace(document(text), language=language) for text in (one, other)]
    return differences(one_row(*documents), builtin())


def kinds(language: str, one: str, other: str) -> list[str]:
    return [kind for kind, _, _ in brief(compared(language, one, other))]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Toutes les routes sont coupées.", "Certaines routes sont coupées."),
        ("de", "Alle Brücken sind gesperrt.", "Einige Brücken sind gesperrt."),
        ("es", "Todas las escuelas cerraron.", "Algunas escuelas cerraron."),
        ("fr", "Les exportations ont augmenté.", "Les exportations ont baissé."),
        ("de", "Die Mieten stiegen im Sommer.", "Die Mieten sanken im Sommer."),
        ("es", "El comité aprobó el plan.", "El comité rechazó el plan."),
        ("ar", "زادت الصادرات.", "تراجعت الصادرات."),
    ],
)
def test_another_scope_and_the_contrary_are_claims(language: str, one: str, other: str) -> None:
    assert kinds(language, one, other) == ["claim"]


def test_a_french_negation_is_cited_as_it_is_written() -> None:
    (found,) = compared("fr", "Le roi n’a pas parlé.", "Le roi a parlé.")
    assert found.kind is Kind.CLAIM
    assert "pas”" in found.why


def test_a_french_negation_joined_to_its_verb_is_one() -> None:
    assert "claim" in kinds("fr", "Il n’y a plus de pain.", "Il y a du pain.")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Der Zug sei entgleist, teilte die Feuerwehr mit.", "Der Zug sei entgleist, teilte die Bahn mit."),
        ("de", "Der Zug entgleiste, wie die Bahn mitteilte.", "Der Zug entgleiste."),
        ("es", "El tren descarriló, informó la alcaldía.", "El tren descarriló, informó la compañía."),
        ("fr", "Le train a déraillé, a indiqué la préfecture.", "Le train a déraillé, a indiqué la mairie."),
        ("es", "Aseguró la alcaldía que habrá agua.", "Aseguró la compañía que habrá agua."),
        ("ar", "أكدت الحكومة أن القطار توقف.", "أكدت الشركة أن القطار توقف."),
        ("de", "Der Zug war leer, so die Behörde.", "Der Zug war leer."),
    ],
)
def test_the_source_may_stand_behind_its_verb(language: str, one: str, other: str) -> None:
    assert kinds(language, one, other) == ["attribution"]


def test_what_follows_a_reporting_verb_in_the_middle_of_a_sentence_is_no_source() -> None:
    assert "attribution" not in kinds("en", "He said the truce would hold.", "He said the cement would hold.")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Le juge est arrivé.", "Le maire est arrivé."),
        ("es", "La alcaldesa viajó a Lima.", "La embajadora viajó a Lima."),
        ("de", "Der Botschafter reiste ab.", "Der Gouverneur reiste ab."),
        ("ar", "وصل السفير مساء.", "وصل المحافظ مساء."),
        ("fr", "Le ministre de la Culture est arrivé.", "Le ministre du Budget est arrivé."),
        ("es", "La ministra de Cultura llegó.", "La ministra de Trabajo llegó."),
        ("ar", "وصل وزير المالية مساء.", "وصل وزير الصحة مساء."),
    ],
)
def test_another_office_is_a_title_without_a_name_too(language: str, one: str, other: str) -> None:
    (found,) = compared(language, one, other)
    assert found.kind is Kind.TITLE


def test_what_a_minister_does_is_not_what_the_minister_is_in_charge_of() -> None:
    assert "title" not in kinds("fr", "Le ministre a visité le port.", "Le ministre a inauguré le port.")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Les combattants tiennent le pont.", "Les djihadistes tiennent le pont."),
        ("de", "Die Kämpfer halten die Brücke.", "Die Separatisten halten die Brücke."),
        ("es", "Los soldados tomaron el puente.", "Los mercenarios tomaron el puente."),
        ("ar", "دخل المقاتلون المدينة.", "دخل المتمردون المدينة."),
    ],
)
def test_a_charged_term_is_a_label_in_every_language(language: str, one: str, other: str) -> None:
    assert kinds(language, one, other) == ["label"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des coups de feu ont été entendus."),
        ("es", "La junta directiva se reunió."),
        ("fr", "Le régime fiscal change."),
    ],
)
def test_words_that_only_look_like_charged_ones_of_english_are_none(language: str, text: str) -> None:
    assert builtin().charged_in(text) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "L’Agence française de développement a prêté la somme.", "L’AFD a prêté la somme."),
        ("fr", "Le Conseil supérieur de l’audiovisuel a tranché.", "Le CSA a tranché."),
        ("es", "El Instituto nacional de estadística publicó la cifra.", "El INE publicó la cifra."),
    ],
)
def test_initials_count_the_small_lettered_words_of_a_name(language: str, one: str, other: str) -> None:
    ((kind, _, short),) = brief(compared(language, one, other))
    assert kind == "naming"
    assert short.isupper()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Der Wirt kaufte ein Boot.", "Der Wirt kaufte ein Pferd."),
        ("Das Gericht verlangte Auskunft.", "Das Gericht verlangte Geduld."),
        ("Bäume versperrten die Straße.", "Autos versperrten die Straße."),
    ],
)
def test_a_german_noun_is_no_name_for_its_capital(one: str, other: str) -> None:
    assert kinds("de", one, other) == ["wording"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gewählt wurde Petra Lindner.", "Gewählt wurde Georg Hauser."),
        ("Den Auftrag bekam die BASF gestern.", "Den Auftrag bekam die RWE gestern."),
    ],
)
def test_a_german_name_of_two_words_or_of_capitals_alone_is_one(one: str, other: str) -> None:
    assert set(kinds("de", one, other)) == {"naming"}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Elle est partie hier soir.", "Elle est partie hier matin."),
        ("de", "Sie kam gestern Abend an.", "Sie kam gestern Nachmittag an."),
        ("es", "Ella llegó ayer por la noche.", "Ella llegó ayer por la mañana."),
    ],
)
def test_the_part_of_a_day_behind_yesterday_is_part_of_the_date(language: str, one: str, other: str) -> None:
    assert kinds(language, one, other) == ["datetime"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Le véhicule a pris feu.", "La voiture a pris feu."),
        ("de", "Die Klinik wurde geräumt.", "Das Krankenhaus wurde geräumt."),
        ("es", "La empresa cerró.", "La compañía cerró."),
        ("ar", "وصل إلى المنزل.", "وصل إلى البيت."),
    ],
)
def test_synonyms_of_the_language_are_wording(language: str, one: str, other: str) -> None:
    assert set(kinds(language, one, other)) == {"wording"}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "L’ouest du pays est sec.", "L’est du pays est sec."),
        ("de", "Das Dorf liegt östlich der Stadt.", "Das Dorf liegt westlich der Stadt."),
        ("es", "Llovió en el noreste del país.", "Llovió en el noroeste del país."),
        ("ar", "سقط المطر شرق البلاد.", "سقط المطر غرب البلاد."),
    ],
)
def test_another_point_of_the_compass_is_another_place(language: str, one: str, other: str) -> None:
    assert kinds(language, one, other) == ["place"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Die Europäische Union zahlt.", "Die EU zahlt."),
        ("es", "El Fondo Monetario Internacional prestó.", "El FMI prestó."),
        ("fr", "Les États-Unis ont voté.", "Les USA ont voté."),
    ],
)
def test_the_glossary_knows_the_bodies_of_the_world_by_their_names_in_other_languages(
    language: str, one: str, other: str
) -> None:
    (found,) = compared(language, one, other)
    assert found.kind is Kind.NAMING
    assert found.why.startswith("glossary: ")


def test_quotation_marks_around_a_noun_are_no_other_spelling_of_a_name() -> None:
    assert "transliteration" not in kinds(
        "de", "Er sah darin einen „Betrug“ am Volk.", "Er sah darin einen Betrug am Volk."
    )


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "La moitié des sièges est vide.", "Un quart des sièges est vide."),
        ("de", "Drei Viertel der Sitze sind leer.", "Zwei Drittel der Sitze sind leer."),
        ("es", "La mitad de los asientos falta.", "Un tercio de los asientos falta."),
    ],
)
def test_shares_of_a_whole_are_figures(language: str, one: str, other: str) -> None:
    assert "number" in kinds(language, one, other)
    assert "content" not in kinds(language, one, other)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle a perdu le quart de finale."),
        ("de", "Er wohnt im Viertel der Maler."),
        ("es", "Cerró el cuarto de baño."),
    ],
)
def test_what_is_no_share_is_no_figure(language: str, text: str) -> None:
    assert quantities(text, language=language) == []


def test_a_former_office_in_one_word_is_another() -> None:
    (found,) = compared("es", "El exalcalde fue multado.", "El alcalde fue multado.")
    assert found.kind is Kind.TITLE


def test_a_version_that_does_not_tell_its_language_is_read_in_that_of_its_story() -> None:
    told = replace(
        document("Le port a rouvert jeudi après une grève de plus de deux semaines des dockers."), language="fr"
    )
    silent = replace(document("Le port a rouvert vendredi."), language=None)
    found = compare([silent, told], Settings()).differences
    assert ("datetime", "vendredi", "jeudi") in brief(found)


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("fr", "Le port exporte du riz, du blé et du maïs.", "Le port exporte du blé, du riz et du maïs."),
        ("de", "Der Hafen schickt Reis, Weizen und Mais ab.", "Der Hafen schickt Weizen, Reis und Mais ab."),
        ("es", "El puerto exporta arroz, trigo y maíz.", "El puerto exporta trigo, arroz y maíz."),
    ],
)
def test_a_list_in_another_order_is_told_by_the_conjunctions_of_its_language(
    language: str, left: str, right: str
) -> None:
    one, other = (replace(document(text), language=language) for text in (left, right))
    assert {found.kind for found in differences(one_row(one, other), builtin())} == {Kind.ORDER}
