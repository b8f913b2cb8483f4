"""What a reader names as one difference is one, and what states something of its own keeps its own mark."""

import pytest

from tests.differ.cells import brief
from tests.differ.conftest import Differ

ONE_MARK = [
    # left sentence, right sentence, left mark, right mark
    ("It began a push to oust them.", "It began an operation to oust them.", "a push", "an operation"),
    ("They took the rebels' last base.", "They took the army's last base.", "rebels'", "army's"),
    ("Shells hit the rebels in Homs.", "Shells hit Hezbollah in Homs.", "the rebels", "Hezbollah"),
    ("They suffered heavy losses.", "They suffer from heavy losses.", "suffered", "suffer from"),
]


@pytest.mark.parametrize(("left", "right", "mark", "other"), ONE_MARK, ids=[each[2] for each in ONE_MARK])
def test_a_function_word_is_told_with_the_word_it_touches(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    assert [told[1:] for told in brief(differ(left, right))] == [(mark, other)]


def test_a_word_that_limits_a_claim_keeps_its_own_mark(differ: Differ) -> None:
    found = brief(differ("The mayor may visit the old town.", "The mayor had toured the old town."))
    assert ("claim", "may visit", "had toured") in found


def test_common_words_of_little_weight_do_not_part_a_clause_told_anew(differ: Differ) -> None:
    left = "Mr Smith was being escorted to his trial when he overpowered a deputy guarding him and stole her gun."
    right = "Mr Smith rose to infamy when he fled from custody during a hearing by beating the guard blind in one eye."
    assert len(differ(left, right)) == 1


def test_a_figure_and_a_source_in_a_clause_told_anew_keep_their_own_marks(differ: Differ) -> None:
    left = "The blaze tore through a crowded timber store, wounding 14 workers badly, police said."
    right = "The fire destroyed an empty furniture shed, hurting 17 people slightly, witnesses told Reuters."
    found = brief(differ(left, right))
    assert ("number", "14", "17") in found
    assert any(kind == "attribution" for kind, _, _ in found)


def test_words_against_words_in_their_places_are_not_joined(differ: Differ) -> None:
    found = brief(differ("Storms killed dozens in eastern Kansas.", "Storms killed scores in western Kansas."))
    assert [told[1:] for told in found] == [("dozens", "scores"), ("eastern", "western")]


def test_a_charged_term_in_a_rewritten_block_has_its_own_mark(differ: Differ) -> None:
    left = "The town fell after a week of heavy shelling, where government troops said they met no resistance."
    right = "The town came under attack by local fighters and the Syrian regime announced it had won."
    assert ("label", "government troops", "the Syrian regime") in brief(differ(left, right))


def test_a_charged_term_that_nobody_answers_has_its_own_mark(differ: Differ) -> None:
    left = "Several hundred families crossed the muddy river before dawn."
    right = "Several trucks full of jihadists drove along the southern road before dawn."
    assert ("label", "", "jihadists") in brief(differ(left, right))


def test_a_charged_term_that_both_sides_use_is_not_cut_out(differ: Differ) -> None:
    left = "There was more rioting in the capital in protest at the death of a boy."
    right = "First results on the boy whose killing sparked five days of rioting were shown."
    assert "label" not in {kind for kind, _, _ in brief(differ(left, right))}


def test_what_a_cut_out_quotation_leaves_of_function_words_goes_with_the_next_word(differ: Differ) -> None:
    left = 'The officer said the men "deserted the border post after the raid" and headed to the town.'
    right = "The officer said the men had fled to the town."
    assert ("wording", "and headed", "had fled") in brief(differ(left, right))
