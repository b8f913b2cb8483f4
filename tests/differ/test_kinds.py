"""Each kind of difference on sentences of its own: what is marked on either side, and as what."""

import pytest

from tests.differ.cells import brief, document
from tests.differ.conftest import Differ
from wirediff.differ import differences
from wirediff.glossary import Alias, Charged, Entity, Glossary, builtin
from wirediff.kinds import KINDS, Kind, Severity
from wirediff.model import Collation, Relation, Row, RowRelation

ONE_EDIT = [
    # kind, left sentence, right sentence, left mark, right mark
    ("typography", "It was – he said – a lie.", "It was — he said – a lie.", "–", "—"),
    ("typography", "A US -led force moved in.", "A US-led force moved in.", "US -led", "US-led"),
    ("capitalisation", "They took Al-Hasakah then.", "They took al-Hasakah then.", "Al-Hasakah", "al-Hasakah"),
    ("spelling", "The centre was closed.", "The center was closed.", "centre", "center"),
    ("spelling", "Two air strikes hit the camp.", "Two airstrikes hit the camp.", "air strikes", "airstrikes"),
    ("spelling", "The goverment fell at noon.", "The government fell at noon.", "goverment", "government"),
    ("transliteration", "Then Abadi spoke to troops.", "Then Abbadi spoke to troops.", "Abadi", "Abbadi"),
    ("transliteration", "Talks with Jumblat failed.", "Talks with Jumblatt failed.", "Jumblat", "Jumblatt"),
    ("naming", "The city fell to IS in May.", "The city fell to ISIS in May.", "IS", "ISIS"),
    ("naming", "The World Food Programme left.", "The WFP left.", "World Food Programme", "WFP"),
    ("label", "It hit the jihadists in Homs.", "It hit the fighters in Homs.", "jihadists", "fighters"),
    ("label", "Aid went through the regime there.", "Aid went through the government there.", "regime", "government"),
    ("number", "It killed 12 people in all.", "It killed 15 people in all.", "12", "15"),
    ("number", "There were around 1,500 men left.", "There were 1,500-2,500 men left.", "around 1,500", "1,500-2,500"),
    ("datetime", "The vote was held on Monday there.", "The vote was held on Tuesday there.", "Monday", "Tuesday"),
    ("title", "They met Colonel Karim Daoud there.", "They met General Karim Daoud there.", "Colonel", "General"),
    ("quote", 'He said "we will fight to the end".', 'He said "we will talk to the end".', "fight", "talk"),
    ("attribution", "The town was cleared, the army said.", "The town was cleared.", ", the army said", ""),
    ("claim", "It was the only city they held.", "It was the city they held.", "only", ""),
    ("claim", "Troops did not enter the town.", "Troops did enter the town.", "not", ""),
    ("place", "They fled across the river into Turkey.", "They fled across the river.", "into Turkey", ""),
    ("order", "Troops on Friday entered the town.", "Troops entered the town on Friday.", "on Friday", "on Friday"),
    ("spelling", "They met on Centre Court there.", "They met on Center Court there.", "Centre", "Center"),
    ("typography", "The U.S. team won.", "The US team won.", "U.S.", "US"),
    ("naming", "She beat Kovari in three sets.", "She beat Petrov in three sets.", "Kovari", "Petrov"),
    ("number", "It rose 4.1 percent there.", "It rose 4.3 percent there.", "4.1", "4.3"),
    ("number", "The 52-year-old driver left.", "The 57-year-old driver left.", "52-year-old", "57-year-old"),
    ("number", "It made 1.2 million euros.", "It made 1.2 billion euros.", "million", "billion"),
    ("datetime", "It starts at 10 a.m. there.", "It starts at 10 p.m. there.", "a.m.", "p.m."),
    ("title", "They met Sir Karim Daoud there.", "They met Karim Daoud there.", "Sir", ""),
    ("title", "They saw Army Chief Karim Daoud.", "They saw Chief Karim Daoud.", "Army", ""),
    ("attribution", "Aid, he vowed, would come.", "Aid would come.", ", he vowed,", ""),
    ("claim", "Shares rose two points.", "Shares fell two points.", "rose", "fell"),
    ("claim", "The house rejected the treaty.", "The house ratified the treaty.", "rejected", "ratified"),
    ("claim", "The driver was armed then.", "The driver was unarmed then.", "armed", "unarmed"),
    ("place", "It hit the northern districts.", "It hit the southern districts.", "northern", "southern"),
    ("wording", "They crossed the wide valley.", "They crossed the broad valley.", "wide", "broad"),
    ("content", "They crossed the barren valley.", "They crossed the valley.", "barren", ""),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "left", "right", "mark", "other"), ONE_EDIT, ids=[f"{e[0]}-{e[3]}" for e in ONE_EDIT])
def test_a_kind_is_told_and_marked_on_both_sides(
    differ: Differ, kind: str, left: str, right: str, mark: str, other: str
) -> None:
    (difference,) = differ(left, right)
    assert brief((difference,)) == [(kind, mark, other)]
    assert difference.severity is KINDS[difference.kind].severity
    assert any(text.strip(" ,") in difference.why for text in (mark, other) if text) or difference.kind in _GENERIC


# These say what differs without citing it: the marks show the words.
_GENERIC = {Kind.TYPOGRAPHY, Kind.CAPITALISATION, Kind.SPELLING, Kind.ORDER}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Three people died in 3 days.", "3 people died in three days."),
        ("About 35% of it was lost.", "About 35 percent of it was lost."),
    ],
)
def test_equal_figures_written_otherwise_are_no_number_difference(differ: Differ, left: str, right: str) -> None:
    assert "number" not in {kind for kind, _, _ in brief(differ(left, right))}


@pytest.mark.parametrize(
    ("left", "right", "mark", "other"),
    [
        ("It cost 1.2 million in all.", "It cost 1,200,000 in all.", "1.2 million", "1,200,000"),
        ("Then 35 percent fell.", "Then 35% fell.", "35 percent", "35%"),
        ("They took three towns.", "They took 3 towns.", "three", "3"),
        ("It was in October, police said.", "It was in Oct., police said.", "October", "Oct."),
    ],
)
def test_one_figure_or_date_written_in_two_ways_is_a_matter_of_spelling(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    assert brief(differ(left, right)) == [("spelling", mark, other)]


def test_names_that_trade_places_turn_the_claim_about(differ: Differ) -> None:
    found = differ("Israel struck Iran at dawn.", "Iran struck Israel at dawn.")
    assert Kind.CLAIM in {difference.kind for difference in found}
    assert "reversed" in found[0].why


def test_a_word_behind_last_narrows_what_is_claimed(differ: Differ) -> None:
    found = brief(differ("It was the last Syrian bastion.", "It was the last bastion."))
    assert found == [("claim", "Syrian", "")]


def test_a_charged_term_that_merely_moves_is_no_label(differ: Differ) -> None:
    found = differ("The rebels were seen in Aleppo on Friday.", "On Friday the rebels were seen in Aleppo.")
    assert "label" not in {kind for kind, _, _ in brief(found)}


def test_a_quotation_that_one_side_lacks_is_one_difference(differ: Differ) -> None:
    left = 'An officer said they "deserted the post after several of them were killed" and fled to Homs.'
    right = "The force said several men had fled to Homs."
    quotes = [(a, b) for kind, a, b in brief(differ(left, right)) if kind == "quote"]
    assert quotes == [('"deserted the post after several of them were killed"', "")]


def test_a_paragraph_that_one_version_lacks_says_what_it_carries() -> None:
    left = document("Troops left.", 'The mayor said "we have lost 40 houses to the fire" on Monday.')
    right = document("Troops left.")
    rows = (Row(((1,), (1,)), RowRelation.SAME), Row(((2,), ()), RowRelation.ONLY))
    (difference,) = differences(Collation((left, right), Relation.SAME_REPORT, rows), builtin())
    assert difference.kind is Kind.CONTENT
    assert {Kind.NUMBER, Kind.QUOTE, Kind.ATTRIBUTION, Kind.DATETIME} <= set(difference.also)


def test_a_rewrite_that_states_other_facts_is_no_paraphrase(differ: Differ) -> None:
    left = "Home to around 150,000 people, mostly from the tribes of the east, it is the last town they hold."
    right = "The valley and the surrounding areas are the last town they hold."
    difference = differ(left, right)[0]
    assert difference.kind is Kind.CONTENT
    assert Kind.NUMBER in difference.also


def test_two_towns_with_alike_names_are_not_two_spellings_of_one(differ: Differ) -> None:
    kinds = {kind for kind, _, _ in brief(differ("They stormed Karbala at dawn.", "They stormed al-Karabla at dawn."))}
    assert "transliteration" not in kinds


def test_a_country_and_its_people_are_not_two_spellings_of_one_name(differ: Differ) -> None:
    kinds = {kind for kind, _, _ in brief(differ("The Albania team won.", "The Albanian team won."))}
    assert "transliteration" not in kinds


def test_words_moved_into_quotation_marks_are_a_quote_difference(differ: Differ) -> None:
    left = "The minister said the deal was a historic and final step for both."
    right = 'The minister said the deal was "a historic and final step for both".'
    assert {kind for kind, _, _ in brief(differ(left, right))} == {"quote"}


def test_punctuation_that_trades_places_with_a_quotation_mark_is_typography(differ: Differ) -> None:
    left = 'They "have taken the centre of the city," he said.'
    right = 'They "have taken the centre of the city", he said.'
    assert {kind for kind, _, _ in brief(differ(left, right))} == {"typography"}


def test_quotation_marks_around_a_term_keep_it_at_a_distance(differ: Differ) -> None:
    found = brief(differ("They left the caliphate for good.", 'They left the "caliphate" for good.'))
    assert "label" in {kind for kind, _, _ in found}


def test_a_charged_term_inside_a_quotation_is_not_the_outlets_own(differ: Differ) -> None:
    left = 'He said "the terrorists will be beaten soon", and left.'
    right = 'He said "the fighters will be beaten soon", and left.'
    assert "label" not in {kind for kind, _, _ in brief(differ(left, right))}


def test_a_change_of_case_inside_a_quotation_is_reported_as_such(differ: Differ) -> None:
    (difference,) = differ('He said "we took Al-Qaim today" twice.', 'He said "we took al-Qaim today" twice.')
    assert difference.kind is Kind.CAPITALISATION
    assert Kind.QUOTE in difference.also
    assert difference.severity is Severity.NOTABLE


def test_a_rewritten_clause_is_cut_where_one_statement_ends_and_the_next_begins(differ: Differ) -> None:
    left = 'An officer told AFP that the jihadists "deserted the post" at night.'
    right = 'An officer said the group\'s fighters "deserted the post" at night.'
    kinds = [kind for kind, _, _ in brief(differ(left, right))]
    assert kinds.count("attribution") == 1
    assert kinds.count("label") == 1


def test_where_word_stands_against_word_each_is_a_difference_of_its_own(differ: Differ) -> None:
    found = brief(differ("It killed dozens in eastern Congo.", "It killed scores in western Congo."))
    assert found == [("number", "dozens", "scores"), ("place", "eastern", "western")]


def test_a_lost_negation_is_told_apart_from_the_other_source_beside_it(differ: Differ) -> None:
    found = brief(differ("A poll by Reuters had not found it.", "A poll by Bloomberg had found it."))
    assert [kind for kind, _, _ in found][1:] == ["claim"]
    assert found[1][1] == "not"


def test_a_long_rewrite_falls_into_its_statements_each_with_its_own_kind(differ: Differ) -> None:
    left = (
        "The group is fighting for its life in its strongholds across the river, where government troops said they "
        "ousted the militants from the key city of Deir Ezzor on Friday."
    )
    right = (
        "In the desert, the militants are under fire by an alliance of tribes and the regime, which on Friday "
        "announced it had expelled the last jihadists from Deir Ezzor."
    )
    found = brief(differ(left, right))
    assert ("wording", "ousted", "expelled") in found
    assert ("order", "on Friday", "on Friday") in found
    assert {"label", "attribution", "claim"} <= {kind for kind, _, _ in found}


def test_another_quotation_in_the_place_of_one_is_one_difference(differ: Differ) -> None:
    found = brief(differ('The bloc must "speak with one voice".', 'The bloc must "speak as one".'))
    assert found == [("quote", '"speak with one voice"', '"speak as one"')]


def test_another_name_that_shares_a_word_is_told_as_a_whole(differ: Differ) -> None:
    found = brief(differ("An economist at Bank Ardent said so.", "An economist at Ardent Research said so."))
    assert found == [("naming", "Bank Ardent", "Ardent Research")]


def test_one_figure_counted_in_another_measure_is_another_number(differ: Differ) -> None:
    assert brief(differ("It lies six miles away.", "It lies six kilometres away.")) == [
        ("number", "miles", "kilometres")
    ]
    assert brief(differ("It ran 10 kilometres there.", "It ran 10 kilometers there."))[0][0] == "spelling"


def test_a_person_with_an_office_against_somebody_without_is_no_other_title(differ: Differ) -> None:
    found = brief(differ("It flooded Congo, a local official said.", "It flooded Congo, the Red Cross said."))
    assert {kind for kind, _, _ in found} == {"attribution"}


def test_a_rewrite_is_one_difference_and_not_a_scatter_of_small_words(differ: Differ) -> None:
    left = "The army, in the end, had to leave the last of the villages to the rebels of the north."
    right = "The army lost a third city in as many weeks of the war, a spokesman for the state of emergency said."
    assert len(differ(left, right)) <= 4


def test_a_dropped_word_takes_the_blank_behind_it_along(differ: Differ) -> None:
    (difference,) = differ("a pocket of barren desert", "a pocket of desert")
    assert difference.left is not None
    assert difference.left.text == "barren "
    assert difference.right is None


def test_a_paragraph_against_two_is_compared_with_both(differ: Differ) -> None:
    found = differ(
        ["Troops entered the town.", "Planes hit the camp."], "Troops entered the city. Planes hit the camp."
    )
    marks = [(d.left.paragraph, d.left.text, d.right.text) for d in found if d.left and d.right]
    assert (1, "town", "city") in marks


def test_the_users_glossary_has_the_last_word_on_names_and_severity(differ: Differ) -> None:
    own = Glossary(
        title="desk",
        entities=(Entity("Ruritanian Army", type="force", aliases=(Alias("RA"), Alias("the Greens"))),),
        charged=(Charged("gang", says="they are criminals"),),
        severities={Kind.NAMING: Severity.SERIOUS},
    ).over(builtin())
    (difference,) = differ("It was taken by RA units.", "It was taken by Ruritanian Army units.", own)
    assert (difference.kind, difference.severity) == (Kind.NAMING, Severity.SERIOUS)
    assert difference.why.startswith("desk: ")
    assert "label" in {kind for kind, _, _ in brief(differ("The gang fled.", "The group fled.", own))}


def test_an_acronym_that_one_version_explains_names_the_same_in_the_other(differ: Differ) -> None:
    left = ["The Grain and Rice Board (GRB) met.", "Later the GRB said prices would fall."]
    right = ["The Grain and Rice Board met.", "Later the Grain and Rice Board said prices would fall."]
    found = [d for d in differ(left, right) if d.left and d.left.paragraph == 2]
    assert brief(tuple(found)) == [("naming", "GRB", "Grain and Rice Board")]
    assert found[0].why == "the texts say that GRB and Grain and Rice Board are both Grain and Rice Board"


def test_an_acronym_that_is_explained_in_two_ways_is_not_taken_for_one_name(differ: Differ) -> None:
    left = ["The Grain and Rice Board (GRB) met.", "Later the GRB spoke."]
    right = ["The Gas Rates Bureau (GRB) met.", "Later the Gas Rates Bureau spoke."]
    assert not any("the texts say" in d.why for d in differ(left, right))


def test_a_clause_said_elsewhere_in_other_words_is_one_difference_of_order(differ: Differ) -> None:
    left = "A blast tore through the market on Monday, killing at least 14 people and wounding dozens more."
    right = "At least 14 people were killed and dozens wounded when a blast tore through the market on Monday."
    orders = [b for kind, _, b in brief(differ(left, right)) if kind == "order"]
    # "a blast" begins the sentence on one side only, for what stood before it has moved.
    assert orders == ["a", "At least 14 people were killed and dozens wounded when"]


def test_a_clause_said_elsewhere_with_another_figure_is_a_number_difference(differ: Differ) -> None:
    left = "A blast tore through the market on Monday, killing 14 people in the crowd and wounding dozens more."
    right = "Some 15 people in the crowd were killed and dozens wounded when a blast tore through the market on Monday."
    assert "number" in {kind for kind, _, _ in brief(differ(left, right))}


def test_who_said_it_at_the_end_is_told_apart_from_what_is_said(differ: Differ) -> None:
    found = brief(
        differ("It was the last city in Iraq.", "It was the last city in the country, military commanders said.")
    )
    assert found == [("naming", "Iraq", "the country"), ("attribution", "", ", military commanders said")]


def test_figures_of_another_size_do_not_answer_each_other(differ: Differ) -> None:
    left = "It left three people dead in Portugal and cut power to 200,000 homes there."
    right = "It battered the coast, leaving more than 150,000 households without electricity there."
    assert ("number", "200,000", "more than 150,000") in brief(differ(left, right))


def test_both_marks_of_a_term_in_quotation_marks_are_one_difference(differ: Differ) -> None:
    found = brief(differ('They left the "brazen" deal there.', "They left the brazen deal there."))
    assert found == [("label", '"brazen"', "brazen")]


def test_an_office_before_the_same_name_is_a_title_even_where_a_capital_begins_the_sentence(differ: Differ) -> None:
    assert brief(differ("Director Ana Roa won.", "Actor Ana Roa won.")) == [("title", "Director", "Actor")]
