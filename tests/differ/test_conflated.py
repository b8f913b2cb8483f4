"""Paragraphs that stand in several rows, because a version conflates what others keep apart."""

from tests.align.seed_stories import document
from wirediff.align import collate
from wirediff.differ import differences
from wirediff.glossary import builtin
from wirediff.kinds import Kind
from wirediff.model import Difference

FIRE = "A fire at a textile warehouse in the port of Izmir killed four workers on Tuesday, the governor's office said."
FLOOR = "The blaze broke out shortly after 3 a.m. on the second floor, where solvents were stored, the fire chief said."
BROTHERS = "Two of the dead were brothers from Manisa who had started work there last week, their uncle said."
EXITS = "Unions have complained for years about locked emergency exits in the district's factories."


def told(*versions: list[str]) -> tuple[Difference, ...]:
    collation = collate([document(f"v{n}", body) for n, body in enumerate(versions)], builtin())
    return differences(collation, builtin())


def test_what_the_other_version_has_in_another_row_is_order_and_no_loss() -> None:
    found = told([f"{FIRE} {BROTHERS}", f"{FLOOR} {EXITS}"], [f"{FIRE} {FLOOR}", f"{BROTHERS} {EXITS}"])
    assert {difference.kind for difference in found} == {Kind.ORDER}
    assert {difference.why for difference in found} == {
        f"{version} has these words in P{n}" for version in ("V1", "V2") for n in (1, 2)
    }


def test_a_version_that_answers_a_paragraph_in_another_row_does_not_lack_it() -> None:
    found = told([f"{FIRE} {BROTHERS}"], [FIRE], [BROTHERS])
    assert not [each for each in found if each.left and each.left.text == f"{FIRE} {BROTHERS}"]


def test_a_version_without_an_answer_anywhere_lacks_a_paragraph_once() -> None:
    found = told([f"{FIRE} {BROTHERS}", EXITS], [FIRE, BROTHERS], [EXITS], [FIRE, EXITS], [BROTHERS, EXITS])
    lacking = [each for each in found if each.against == 2 and each.left and each.left.paragraph == 1]
    assert len(lacking) == 1
