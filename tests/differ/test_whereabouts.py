"""Names that stand where a place would, and names that only look so."""

import msgspec
import pytest

from tests.differ.cells import brief, document, one_row
from tests.differ.conftest import Differ
from wirediff.differ import differences
from wirediff.glossary import builtin

PLACES = [
    # left sentence, right sentence, left mark, right mark
    ("Trains to Antwerp were late.", "Trains to Ghent were late.", "Antwerp", "Ghent"),
    ("They fled last week to Kassala.", "They fled last week to Gedaref.", "Kassala", "Gedaref"),
    ("Voters across Nevada stayed home.", "Voters across Arizona stayed home.", "Nevada", "Arizona"),
    ("A woman from Leeds was hurt.", "A woman from Hull was hurt.", "Leeds", "Hull"),
    ("The ship was seen off the coast of Malta.", "The ship was seen off the coast of Gozo.", "Malta", "Gozo"),
    ("Shells fell south of Avdiivka.", "Shells fell south of Toretsk.", "Avdiivka", "Toretsk"),
    ("He lives in the village of Oakdale.", "He lives in Wales.", "the village of Oakdale", "Wales"),
    ("The mayor of Oakdale left.", "The mayor of Elmwood left.", "Oakdale", "Elmwood"),
    ("They marched on the village.", "They marched on the village of Oakdale.", "", "of Oakdale"),
]

CLOSER = [
    ("It berthed at the port of Oakdale.", "It berthed at Oakdale.", "the port of", ""),
    ("The town of Oakdale was hit.", "Oakdale was hit.", "The town of", ""),
    ("A bomb went off in central Oakdale.", "A bomb went off in Oakdale.", "central", ""),
    ("It rained in southern Chile.", "It rained in Chile.", "southern", ""),
    ("It rained in upper Oakdale.", "It rained in lower Oakdale.", "upper", "lower"),
]

NOT_PLACES = [
    ("He bought it from Siemens.", "He bought it from Bosch."),
    ("It was written by Brown.", "It was written by Green."),
    ("They wrote to Brown.", "They wrote to Green."),
    ("It was stolen from Dr. Brown.", "It was stolen from Dr. Green."),
    ("They returned to President Brown.", "They returned to President Green."),
    ("She lost to Ann Brown.", "She lost to Eve Green."),
    ("They had confidence in Brown.", "They had confidence in Green."),
    ("It holds shares in Siemens.", "It holds shares in Bosch."),
    ("It ended in Brown's office.", "It ended in Green's office."),
    ("The vote was lost in Parliament.", "The vote was lost in Congress."),
    ("It was heard in the Senate.", "It was heard in the Oireachtas."),
    ("He played against Brown.", "He played against Green."),
]

ELSEWHERE = [
    ("fr", "Il habite à Dijon depuis.", "Il habite à Nancy depuis.", "place"),
    ("fr", "Il a répondu à Dijon hier.", "Il a répondu à Nancy hier.", "naming"),
    ("es", "Ayer viajó a Cuenca con ella.", "Ayer viajó a Teruel con ella.", "place"),
    ("es", "Ayer lo dio a Cuenca sin más.", "Ayer lo dio a Teruel sin más.", "naming"),
    ("de", "Er reiste nach Kassel und blieb.", "Er reiste nach Fulda und blieb.", "place"),
]


@pytest.mark.parametrize(("left", "right", "mark", "other"), PLACES + CLOSER, ids=[each[0] for each in PLACES + CLOSER])
def test_a_name_behind_what_leads_in_places_is_a_place(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    found = brief(differ(left, right))
    assert [kind for kind, _, _ in found] == ["place"]
    assert (found[0][1].removeprefix("the "), found[0][2]) == (mark.removeprefix("the "), other)
    assert [kind for kind, _, _ in brief(differ(right, left))] == ["place"]


@pytest.mark.parametrize(("left", "right"), NOT_PLACES, ids=[each[0] for each in NOT_PLACES])
def test_a_person_or_a_firm_behind_a_preposition_is_no_place(differ: Differ, left: str, right: str) -> None:
    assert [kind for kind, _, _ in brief(differ(left, right))] == ["naming"]


@pytest.mark.parametrize(("language", "left", "right", "kind"), ELSEWHERE, ids=[f"{e[0]}-{e[3]}" for e in ELSEWHERE])
def test_other_languages_lead_in_places_by_words_of_their_own(language: str, left: str, right: str, kind: str) -> None:
    one, other = (msgspec.structs.replace(document(text), language=language) for text in (left, right))
    assert [found.kind.value for found in differences(one_row(one, other), builtin())] == [kind]


def test_a_central_bank_is_no_part_of_a_place(differ: Differ) -> None:
    assert brief(differ("The central bank met.", "The bank met."))[0][0] != "place"
