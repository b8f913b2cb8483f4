"""Passages that are kept: the same words are read anew where the rules or the day of publication are others."""

from tests.differ.cells import document, one_row
from wirediff.differ import differences
from wirediff.glossary import Alias, Entity, Glossary
from wirediff.kinds import Kind

LEFT, RIGHT = "The vote was held on Friday there.", "The vote was held on November 3 there."


def test_a_weekday_is_told_by_the_day_on_which_the_version_was_published() -> None:
    same = differences(one_row(document(LEFT), document(RIGHT)), Glossary())
    week_later = document(LEFT, published="2017-11-11")
    other = differences(one_row(week_later, document(RIGHT)), Glossary())
    assert "come to the same" in same[0].why
    assert "come to the same" not in other[0].why
    assert differences(one_row(document(LEFT), document(RIGHT)), Glossary()) == same


def test_a_name_is_told_by_the_glossary_in_force() -> None:
    collation = one_row(document("They met in Burma in May."), document("They met in Myanmar in May."))
    knows = Glossary(entities=(Entity("Myanmar", aliases=(Alias("Burma"),)),))
    without, found, again = (differences(collation, rules) for rules in (Glossary(), knows, Glossary()))
    assert [difference.kind for difference in found] == [Kind.NAMING]
    assert Kind.NAMING not in {difference.kind for difference in without}
    assert again == without
