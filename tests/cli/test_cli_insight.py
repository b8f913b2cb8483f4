"""The commands on what many differences show: names, ledger, facts, glossary."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import HOSTILE, Result, process

Call = Callable[..., Result]

SEEDS = Path(__file__).parents[2] / "seeds"


def sample(number: str) -> Path:
    return next(SEEDS.glob(f"{number}_*"))


@pytest.fixture
def habit(folder: Path) -> None:
    """Two versions in which one name is always written otherwise."""
    lines = [
        "Troops drove {} out of the border town on Monday after a night of shelling, the army said in a statement.",
        "Residents said that {} had left the town before the soldiers came down from the hills above the river.",
    ]
    for name, text in (("left.txt", "IS"), ("right.txt", "ISIS")):
        body = "\n\n".join(line.format(text) for line in lines)
        (folder / name).write_text(f"Town falls\n\n{body}\n", encoding="utf-8")


def test_names_prints_names_as_the_contract_says(call: Call) -> None:
    result = call("names", SEEDS, "--json")
    assert result.code == 0
    payload = json.loads(result.out)
    assert list(payload) == ["schema", "names", "errors"]
    for name in payload["names"]:
        assert list(name) == ["name", "type", "why", "variants", "conflict"]
        assert name["type"] in {"naming", "transliteration", "spelling", "label"}
        assert name["why"]
        for variant in name["variants"]:
            assert list(variant) == ["text", "count", "places"]
            assert variant["count"] == len(variant["places"])
            assert all(list(place) == ["path", "paragraph", "start", "end"] for place in variant["places"])
    assert payload["names"][0]["conflict"]
    assert {variant["text"] for variant in payload["names"][0]["variants"]} >= {"SDF", "Syrian Defense Forces"}


def test_names_are_the_same_bytes_whatever_the_order_of_the_paths_and_the_hash_seed() -> None:
    paths = sorted(SEEDS.glob("*.txt"))
    one = process("names", *paths, "--json", env={"PYTHONHASHSEED": "1"})
    other = process("names", *paths[::-1], "--json", env={"PYTHONHASHSEED": "2"})
    assert one.stdout == other.stdout != b""
    facts = [process("facts", SEEDS, "--json", env={"PYTHONHASHSEED": seed}).stdout for seed in "12"]
    assert facts[0] == facts[1] != b""


def test_ledger_prints_recurring_substitutions_as_the_contract_says(call: Call) -> None:
    paths = [sample(number) for number in ("001", "002", "004")]
    payload = json.loads(call("ledger", *paths, "--json").out)
    assert list(payload) == ["schema", "substitutions", "errors"]
    for each in payload["substitutions"]:
        assert list(each) == ["from", "to", "kind", "count", "from_paths", "to_paths", "places"]
        assert each["count"] == len(each["places"]) > 1
    naming = next(each for each in payload["substitutions"] if (each["from"], each["to"]) == ("IS", "ISIS"))
    assert naming["kind"] == "naming"
    assert naming["to_paths"] == [str(paths[1])]
    once = json.loads(call("ledger", *paths, "--all", "--json").out)["substitutions"]
    assert {each["count"] for each in once} >= {1}


@pytest.mark.usefixtures("habit")
def test_a_ledger_by_pair_says_whom_it_stands_between(call: Call) -> None:
    payload = json.loads(call("ledger", "left.txt", "right.txt", "--by", "pair", "--json").out)
    assert [each["between"] for each in payload["substitutions"]] == [["left.txt", "right.txt"]]
    text = call("ledger", "left.txt", "right.txt", "--by", "pair").out
    assert text.splitlines()[0] == "left.txt / right.txt"
    assert "IS → ISIS" in text


def test_facts_prints_one_row_a_fact(call: Call) -> None:
    payload = json.loads(call("facts", SEEDS, "--json").out)
    assert list(payload) == ["schema", "facts", "errors"]
    figure = payload["facts"][0]
    assert list(figure) == ["about", "kind", "values", "agree", "story"]
    assert (figure["about"], figure["kind"], figure["agree"]) == ("fighters left in al-Qaim", "figure", False)
    assert list(figure["values"][0]) == ["path", "paragraph", "start", "end", "text"]
    assert "fighters left in al-Qaim — not the same" in call("facts", SEEDS).out


@pytest.mark.usefixtures("habit")
def test_a_judgement_is_previewed_recorded_in_force_and_taken_back(call: Call, folder: Path) -> None:
    judge = ["ledger", "left.txt", "right.txt", "--judge", "IS=ISIS", "--verdict", "house-style"]
    shown = call(*judge, "--preview", "--glossary", "desk.yaml")
    assert shown.out.count("notable → cosmetic") == 2
    assert not (folder / "desk.yaml").exists()
    done = call(*judge, "--glossary", "desk.yaml")
    assert (done.code, done.out) == (0, shown.out)
    assert "judged: house style" in done.err
    compared = json.loads(call("compare", "left.txt", "right.txt", "--glossary", "desk.yaml", "--json").out)
    assert {each["severity"] for each in compared["differences"]} == {"cosmetic"}
    assert call("check", "left.txt", "right.txt", "--glossary", "desk.yaml").code == 0
    assert call("check", "left.txt", "right.txt").code == 1
    assert "house style" in call("glossary", "show", "ISIS", "--glossary", "desk.yaml").out
    undone = call("ledger", "--undo", "--glossary", "desk.yaml")
    assert (undone.code, undone.out) == (0, "")
    assert "taken back" in undone.err
    assert call("check", "left.txt", "right.txt", "--glossary", "desk.yaml").code == 1


@pytest.mark.usefixtures("habit")
def test_a_judgement_may_hold_between_two_files_only(call: Call) -> None:
    scope = ["--scope", "pair:left.txt,right.txt", "--glossary", "desk.yaml"]
    assert call("ledger", "--judge", "ISIS=IS", "--verdict", "error", *scope).code == 0
    compared = json.loads(call("compare", "left.txt", "right.txt", "--glossary", "desk.yaml", "--json").out)
    assert {each["severity"] for each in compared["differences"]} == {"serious"}
    preview = call(
        "ledger", "left.txt", "right.txt", "--judge", "IS=ISIS", "--verdict", "ignore", "--preview", "--json"
    )
    assert len(json.loads(preview.out)["touched"]) == 2


@pytest.mark.usefixtures("habit")
@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["names"], "name the files or folders"),
        (["ledger"], "name the files or folders"),
        (["facts"], "name the files or folders"),
        (["ledger", ".", "--by", "outlte"], "did you mean outlet?"),
        (["ledger", ".", "--judge", "IS", "--verdict", "ignore", "--preview"], "write --judge FROM=TO"),
        (["ledger", ".", "--judge", "IS=ISIS", "--preview"], "--verdict house style, error, ignore"),
        (["ledger", ".", "--judge", "IS=ISIS", "--verdict", "eror", "--preview"], "did you mean error?"),
        (["ledger", ".", "--judge", "IS=ISIS", "--verdict", "error", "--scope", "here", "--preview"], "outlet:NAME"),
        (["ledger", ".", "--judge", "ISS=ISIS", "--verdict", "error", "--preview"], "nothing there has ISS"),
        (
            ["ledger", ".", "--judge", "IS=ISIS", "--verdict", "error", "--scope", "pair:Nowhere,Nobody", "--preview"],
            "the outlets there are left.txt, right.txt",
        ),
        (["ledger", "--judge", "IS=ISIS", "--verdict", "error", "--preview"], "name the files or folders"),
        (["ledger", ".", "--verdict", "error"], "name the substitution"),
        (["ledger", "--undo", "--glossary", "none.yaml"], "none.yaml"),
        (["ledger", "--undo"], "glossary.yaml"),
        (["glossary"], "say what to do: check, show"),
        (["glossary", "check"], "name the glossaries"),
        (["glossary", "show", "--glossary", "none.yaml"], "none.yaml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_says_what_to_write(call: Call, folder: Path, args: list[str], says: str) -> None:
    before = sorted(path.name for path in folder.iterdir())
    result = call(*args)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("wirediff: ")
    assert result.err.count("\n") == 1
    assert says in result.err
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize("command", ["names", "ledger", "facts"])
def test_an_unreadable_input_is_named_and_the_others_are_read(call: Call, command: str) -> None:
    result = call(command, "one.txt", "two.txt", "missing.txt", "--json")
    assert result.code == 3
    assert [error["path"] for error in json.loads(result.out)["errors"]] == ["missing.txt"]
    assert call(command, "one.txt", "missing.txt", "--strict").out == ""


@pytest.mark.parametrize(
    "args",
    [[command, ".", "--all", *how] for command in ("names", "ledger", "facts") for how in ([], ["--json"])],
    ids=" ".join,
)
def test_no_story_can_act_on_the_terminal(call: Call, folder: Path, args: list[str]) -> None:
    for number in (1, 2):
        (folder / f"evil{number}.txt").write_text(HOSTILE.replace("entered", "took" * number), encoding="utf-8")
    result = call(*args)
    assert result.code == 0
    assert result.out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", result.out + result.err)


def test_a_glossary_in_order_is_counted_and_a_faulty_one_named_with_its_line(call: Call, folder: Path) -> None:
    (folder / "good.yaml").write_text("entities:\n- name: Foo\n  aliases: [Bar]\n")
    (folder / "bad.yaml").write_text("entities:\n- nam: Foo\n")
    (folder / "without.yaml").write_text("without: [Nobody At All]\n")
    assert call("glossary", "check", "good.yaml") == Result(0, "good.yaml: in order; entities 1, names 2\n", "")
    result = call("glossary", "check", "bad.yaml", "good.yaml", "without.yaml")
    assert result.code == 2
    assert result.out == "good.yaml: in order; entities 1, names 2\n"
    assert len(result.err.splitlines()) == 2
    assert "bad.yaml:2" in result.err
    assert "Nobody At All" in result.err
    payload = json.loads(call("glossary", "check", "good.yaml", "bad.yaml", "--json").out)
    assert [(each["path"], each["error"] is None) for each in payload["glossaries"]] == [
        ("good.yaml", True),
        ("bad.yaml", False),
    ]
    assert call("glossary", "check", "--glossary", "good.yaml").code == 0


def test_the_rules_shown_load_again_as_the_same_rules(call: Call, folder: Path) -> None:
    from wirediff.glossary import builtin, load

    entity, judged = "{name: Foo, aliases: [{text: Bar, spellings: [Baar]}]}", '{from: "a: b", to: c, verdict: error}'
    text = f"entities:\n- {entity}\njudged:\n- {judged}\n"
    (folder / "desk.yaml").write_text(text)
    shown = call("glossary", "show", "--glossary", "desk.yaml")
    assert shown.code == 0
    (folder / "shown.yaml").write_text(shown.out, encoding="utf-8")
    assert load(folder / "shown.yaml") == load(folder / "desk.yaml").over(builtin())
    payload = json.loads(call("glossary", "show", "--json", "--glossary", "desk.yaml").out)
    assert payload["schema"] == "wirediff/1"
    assert payload["entities"][0] == {
        "name": "Foo",
        "type": "other",
        "aliases": [{"text": "Bar", "spellings": ["Baar"]}],
    }
    only = json.loads(call("glossary", "show", "daesh", "--json").out)
    assert [entity["name"] for entity in only["entities"]] == ["Islamic State"]


def test_help_of_these_commands_loads_no_heavy_library() -> None:
    code = (
        "import sys\nfrom wirediff.__main__ import main\n"
        "for name in ('names', 'ledger', 'facts', 'glossary'):\n"
        "    sys.argv = ['wirediff', name, '--help']\n"
        "    try:\n        main()\n    except SystemExit:\n        pass\n"
        "heavy = ('textual', 'rapidfuzz', 'yaml', 'msgspec')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stderr.splitlines()[-1] == "[]"
