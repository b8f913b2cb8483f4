from pathlib import Path

import pytest

from wirediff.errors import GlossaryError
from wirediff.glossary import Glossary, load
from wirediff.glossary.load import LARGEST
from wirediff.glossary.schema import how_many, written_out
from wirediff.kinds import Kind, Severity


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "desk.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def fault_of(path: Path) -> str:
    with pytest.raises(GlossaryError) as caught:
        load(path)
    assert caught.value.exit_code == 2
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(str(path))


def test_a_glossary_is_read_with_all_its_parts(written):
    glossary = load(
        written("""
title: desk
entities:
- name: Islamic State
  type: group
  aliases: [IS, {text: Daesh, spellings: [Da'esh]}]
charged:
- {term: regime, forms: [regimes], says: the government is not legitimate, unless: [regime change]}
severities: {naming: cosmetic}
""")
    )
    assert glossary.title == "desk"
    assert [alias.text for alias in glossary.entities[0].names()] == ["Islamic State", "IS", "Daesh"]
    assert glossary.entities[0].names()[2].spellings == ("Da'esh",)
    assert glossary.charged[0].unless == ("regime change",)
    assert glossary.severities == {Kind.NAMING: Severity.COSMETIC}


@pytest.mark.parametrize("text", ["", "# only a remark\n", "entities:\ncharged:\n", "{}", "\ufeff"])
def test_a_glossary_may_be_empty_or_have_empty_parts(written, text):
    assert load(written(text)) == Glossary()


def test_every_scalar_is_text_whatever_yaml_would_make_of_it(written):
    entity = load(written("entities:\n- name: NO\n  aliases: [on, 9/11, 2017-11-03, 007, 1e3]\n")).entities[0]
    assert [alias.text for alias in entity.names()] == ["NO", "on", "9/11", "2017-11-03", "007", "1e3"]


@pytest.mark.parametrize(
    ("text", "line", "place"),
    [
        ("entities:\n- name: A\n  type: blob\n", 3, "entities[0].type"),
        ("entities:\n- name: A\n- nam: B\n", 3, "entities[1]"),
        ("entities:\n- name: A\n  aliases:\n  - B\n  - [C]\n", 5, "entities[0].aliases[1]"),
        ("entities:\n- name: A\n  aliases:\n  - {spellings: [B]}\n", 4, "entities[0].aliases[0]"),
        ("entities:\n- name: A\n  spellings: B\n", 3, "entities[0].spellings"),
        ("entities: A\n", 1, "entities"),
        ("entities:\n- name:\n", 2, "entities[0]"),
        ("charged:\n- term: A\n  says: [B]\n", 3, "charged[0].says"),
        ("charged:\n- term: '...'\n", 2, "charged[0].term"),
        ("charged:\n- term: A\n  forms: [b, '|']\n", 3, "charged[0].forms[1]"),
        ("charged:\n- term: A\n  unless: [b, c, '--']\n", 3, "charged[0].unless[2]"),
        ("severities:\n\n  nummer: serious\n", 3, "severities"),
        ("severities:\n  number: awful\n", 2, "severities"),
        ("entities:\n- name: A\n- name: B\n- name: A\n", 4, "entities[2].name"),
        ("charged:\n- term: A\n- term: A\n", 3, "charged[1].term"),
        ("entities:\n- name: A|B\n", 2, "entities[0].name"),
        ("entities:\n- name: A\n  spellings: ['']\n", 3, "entities[0].spellings[0]"),
        ("- A\n", 1, ""),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_its_path(written, text, line, place):
    assert fault_of(written(text)).startswith(f":{line}: {place}")


def test_a_wrong_word_of_a_fixed_set_is_answered_with_the_set(written):
    assert "cosmetic, notable, serious" in fault_of(written("severities: {number: awful}"))
    assert "group, person, place" in fault_of(written("entities: [{name: A, type: blob}]"))
    assert "transliteration" in fault_of(written("severities: {nummer: serious}"))


def test_a_key_that_stands_twice_is_a_fault_where_yaml_would_drop_one(written):
    assert fault_of(written("title: a\nentities: []\ntitle: b\n")).startswith(":3: 'title' stands here twice")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: !!python/object/apply:os.system [id]\n", 1),
        ("title: a\nentities: !!set {a, b}\n", 2),
        ("title: a\nentities: !local []\n", 2),
        ("a: &a [x, x]\nb: [*a, *a]\n", 2),
        ("a: &a\n  <<: *a\n", 2),
        ("title: x\nentities: " + "[" * 100_000, 2),
        ("".join(" " * depth + "a:\n" for depth in range(1000)), 13),
        ("? [a, b]\n: c\n", 1),
        ("title: a: b\n", 1),
        ("title: a\n\tb: c\n", 2),
        ("title: [a\n", 2),
        ("title: a\n---\ntitle: b\n", 2),
        ('title: "\x00"\n', 1),
        ("a: b\ntitle: \x1b[31m\n", 2),
    ],
)
def test_traps_and_broken_yaml_are_refused_with_the_line(written, text, line):
    assert fault_of(written(text)).startswith(f":{line}:")


def test_an_alias_bomb_is_refused_before_it_goes_off(written):
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert "aliases (*a0) are not taken" in fault_of(written("\n".join(levels)))


def test_alternatives_that_multiply_without_bound_are_refused_unexpanded(written):
    many = " ".join(["a|b|c|d|e|f|g|h"] * 12)
    assert "68,719,476,736 forms" in fault_of(written(f"entities:\n- name: A\n  spellings: ['{many}']\n"))
    crowd = "".join(f"- name: E{n}\n  spellings: ['{' '.join(['a|b|c|d|e'] * 4)} {n}']\n" for n in range(400))
    assert "more than 200,000 forms" in fault_of(written("entities:\n" + crowd))


def test_a_file_beyond_the_limit_is_refused(written):
    assert "at most 2 MB" in fault_of(written("- a\n" * (LARGEST // 4 + 1)))


def test_a_file_that_never_ends_is_read_no_further_than_the_limit():
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no /dev/zero here")
    assert "at most 2 MB" in fault_of(endless)


def test_a_file_that_is_missing_a_folder_or_no_utf8_is_named(tmp_path, written):
    assert "no such file" in fault_of(tmp_path / "none.yaml")
    assert "is a directory" in fault_of(tmp_path)
    assert "not UTF-8 at byte 7" in fault_of(written(b"title: \xff"))


def test_the_pure_python_parser_takes_and_refuses_the_same(written, monkeypatch):
    import yaml

    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert load(written("entities:\n- name: NO\n  aliases: [on]\ncharged:\n")).entities[0].aliases == ("on",)
    assert fault_of(written("title: &a b\nentities: [*a]\n")).startswith(":2:")
    assert fault_of(written("title: !!int 1\n")).startswith(":1:")
    assert fault_of(written("entities:\n- name: A\n  type: blob\n")).startswith(":3: entities[0].type")
    assert fault_of(written("entities: " + "[" * 500)).startswith(":1:")


def test_alternatives_are_written_out_word_by_word():
    assert written_out("Osama bin Laden") == ("Osama bin Laden",)
    assert written_out("a|b c d|e") == ("a c d", "a c e", "b c d", "b c e")
    assert written_out("|a| b") == ("a b",)
    assert how_many("a|b c d|e|f") == 6 == len(written_out("a|b c d|e|f"))


def glossary_of(text, written):
    return load(written(text))


BASE = """
entities: [{name: A, aliases: [X]}, {name: B}]
charged: [{term: t, says: old}, {term: militant}]
severities: {naming: serious, quote: notable}
"""
OWN = """
title: desk
entities: [{name: A, aliases: [Y]}]
charged: [{term: t, says: new}]
severities: {naming: cosmetic}
"""


def test_a_glossary_laid_over_another_replaces_by_name_and_keeps_the_rest(written):
    both = glossary_of(OWN, written).over(glossary_of(BASE, written))
    assert both.title == "desk"
    assert sorted(entity.name for entity in both.entities) == ["A", "B"]
    assert both.mentions("X") == []
    assert [mention.entity for mention in both.mentions("Y and B")] == ["A", "B"]
    assert [use.says for use in both.charged_in("t")] == ["new"]
    assert [use.term for use in both.charged_in("militant")] == ["militant"]
    assert both.severities == {Kind.NAMING: Severity.COSMETIC, Kind.QUOTE: Severity.NOTABLE}


def test_a_form_that_both_glossaries_claim_belongs_to_the_one_laid_over(written):
    base = glossary_of("entities: [{name: Reporters Without Borders, aliases: [RSF]}]", written)
    own = glossary_of("entities: [{name: Rapid Support Forces, aliases: [RSF]}]", written)
    assert own.over(base).mentions("RSF fighters")[0].entity == "Rapid Support Forces"


def test_a_desk_can_do_without_built_in_entries_and_a_typing_error_there_is_told(written):
    base = glossary_of("entities: [{name: A}]\ncharged: [{term: militant}, {term: thug}]", written)
    both = glossary_of("without: [A, militant]", written).over(base)
    assert both.mentions("A") == []
    assert [use.term for use in both.charged_in("militant thug")] == ["thug"]
    with pytest.raises(GlossaryError, match="'militnat'"):
        glossary_of("without: [militnat]", written).over(base)
