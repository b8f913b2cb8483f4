from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from insight_samples import SETTINGS

from wirediff import pipeline
from wirediff.errors import GlossaryError, WriteError
from wirediff.glossary import Glossary, Judged, load
from wirediff.insight.judge import preview, record, withdraw
from wirediff.insight.judged import in_judgement
from wirediff.kinds import Kind, Severity
from wirediff.model import Comparison, Document

Make = Callable[..., Document]

FILE = """\
# our desk
title: desk   # a name

entities:
- name: Foo   # kept as it is
  aliases: [Bar]

severities: {naming: cosmetic}
"""
IS = Judged("IS", "ISIS", "house style")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "desk.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def comparison(make: Make) -> Comparison:
    line = "Troops drove {} out of the border town on Monday after a night of shelling, the army said."
    one = make("in/one.txt", line.format("IS"), source="Alpha")
    two = make("in/two.txt", line.format("ISIS"), agency="Beta")
    return pipeline.compare([one, two], SETTINGS)


def weighed(comparison: Comparison, *judged: Judged) -> tuple[Severity, str]:
    versions = comparison.collation.versions
    found = in_judgement(comparison.differences, versions, Glossary(title="desk", judged=judged))
    (naming,) = [each for each in found if each.kind is Kind.NAMING]
    return naming.severity, naming.why


@pytest.mark.parametrize(
    ("verdict", "severity"),
    [("house style", Severity.COSMETIC), ("ignore", Severity.COSMETIC), ("error", Severity.SERIOUS)],
)
def test_a_verdict_weighs_the_difference_and_says_so(comparison: Comparison, verdict: str, severity: Severity) -> None:
    for judged in (Judged("IS", "ISIS", verdict), Judged("ISIS", "IS", verdict)):  # type: ignore[arg-type]
        weight, why = weighed(comparison, judged)
        assert weight is severity
        assert why.startswith(f"{verdict} (desk: everywhere): ")


@pytest.mark.parametrize(
    ("judged", "holds"),
    [
        (Judged("IS", "ISIS", "error", kind=Kind.NAMING), True),
        (Judged("IS", "ISIS", "error", kind=Kind.LABEL), False),
        (Judged("IS", "ISIL", "error"), False),
        (Judged("IS", "ISIS", "error", outlet="Alpha"), True),
        (Judged("IS", "ISIS", "error", outlet="Beta"), True),
        (Judged("IS", "ISIS", "error", outlet="Gamma"), False),
        (Judged("IS", "ISIS", "error", between=("Beta", "Alpha")), True),
        (Judged("IS", "ISIS", "error", between=("one.txt", "in/two.txt")), True),
        (Judged("IS", "ISIS", "error", between=("Alpha", "Alpha")), False),
        (Judged("IS", "ISIS", "error", between=("ne.txt", "two.txt")), False),
    ],
)
def test_a_judgement_holds_in_its_scope_only(comparison: Comparison, judged: Judged, holds: bool) -> None:
    assert (weighed(comparison, judged)[0] is Severity.SERIOUS) == holds
    assert bool(preview(judged, [comparison])) == holds


def test_the_narrowest_judgement_holds(comparison: Comparison) -> None:
    wide, narrow = Judged("IS", "ISIS", "error"), Judged("IS", "ISIS", "ignore", outlet="Alpha")
    assert weighed(comparison, wide, narrow) == weighed(comparison, narrow, wide) == weighed(comparison, narrow)


def test_a_preview_names_every_place_and_writes_nothing(comparison: Comparison, file: Path) -> None:
    (touched,) = preview(IS, [comparison])
    assert (touched.left.path, touched.right.path) == ("in/one.txt", "in/two.txt")
    assert (touched.before, touched.after) == (Severity.NOTABLE, Severity.COSMETIC)
    assert file.read_text(encoding="utf-8") == FILE


def test_the_comparison_of_the_pipeline_is_weighed_by_the_users_glossary(comparison: Comparison, file: Path) -> None:
    record(Judged("IS", "ISIS", "error"), file)
    again = pipeline.compare(comparison.collation.versions, pipeline.Settings(glossary=file))
    assert [each.severity for each in again.differences if each.kind is Kind.NAMING] == [Severity.SERIOUS]


def test_recording_leaves_the_rest_of_the_file_alone_and_undoing_gives_it_back(file: Path) -> None:
    record(IS, file)
    assert file.read_text(encoding="utf-8").startswith(FILE)
    assert load(file).judged == (IS,)
    other = Judged("al-Qaim", "Al-Qaim", "ignore", kind=Kind.CAPITALISATION, between=("Alpha", "a b: c.txt"))
    record(other, file)
    assert load(file).judged == (IS, other)
    assert withdraw(file) == other
    assert withdraw(file, Judged("ISIS", "IS", "ignore")) == IS
    assert file.read_text(encoding="utf-8") == FILE
    with pytest.raises(GlossaryError, match="no such judgement"):
        withdraw(file)


def test_a_second_judgement_of_one_substitution_replaces_the_first(file: Path) -> None:
    record(IS, file)
    record(Judged("ISIS", "IS", "error", outlet="AFP"), file)
    record(Judged("ISIS", "IS", "error"), file)
    assert load(file).judged == (Judged("ISIS", "IS", "error", outlet="AFP"), Judged("ISIS", "IS", "error"))


def test_the_first_judgement_makes_the_file(tmp_path: Path) -> None:
    record(IS, tmp_path / "new.yaml")
    assert load(tmp_path / "new.yaml") == Glossary(judged=(IS,))
    assert [path.name for path in tmp_path.iterdir()] == ["new.yaml"]


SECTIONS = {
    "judgements in the middle": "judged:\n- {from: a, to: b, verdict: error}\n# ours\n\ntitle: desk\n",
    "an indented list": "judged:\n  - from: a\n    to: b\n    verdict: error\n  # a remark\ntitle: desk\n",
    "an empty section": "judged:\ntitle: desk\n",
    "no newline at the end": "title: desk",
    "Windows line ends": "title: desk\r\njudged:\r\n- {from: a, to: b, verdict: error}\r\n",
    "a byte order mark": "\ufefftitle: desk\n",
    "an empty file": "",
    "comments only": "# nothing yet\n",
}


@pytest.mark.parametrize("text", SECTIONS.values(), ids=SECTIONS.keys())
def test_judgements_are_added_to_any_file_a_person_wrote(tmp_path: Path, text: str) -> None:
    path = tmp_path / "desk.yaml"
    path.write_bytes(text.encode())
    before = load(path)
    record(IS, path)
    assert load(path).judged == (*before.judged, IS)
    assert load(path).title == before.title
    kept = path.read_bytes().decode()
    assert all(line in kept for line in text.splitlines())
    assert "\r\n" not in text or "\n" not in kept.replace("\r\n", "")
    assert withdraw(path) == IS
    assert load(path) == before


def test_judgements_in_brackets_are_left_to_their_writer(tmp_path: Path) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text("judged: [{from: a, to: b, verdict: error}]\n")
    for change in (lambda: record(IS, path), lambda: withdraw(path)):
        with pytest.raises(GlossaryError, match="brackets"):
            change()
    assert path.read_text() == "judged: [{from: a, to: b, verdict: error}]\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_is_no_glossary_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text("entities: 5\n")
    with pytest.raises(GlossaryError):
        record(IS, path)
    assert path.read_text() == "entities: 5\n"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        record(IS, tmp_path / "none" / "desk.yaml")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{from: a, to: b, verdict: maybe}", "take house style, error, ignore"),
        ("{from: a, to: b, verdict: error, kind: nonsense}", "typography"),
        ("{from: a, verdict: error}", "to"),
        ("{from: a, to: a, verdict: error}", "two different texts"),
        ("{from: a, to: b, verdict: error, between: [x]}", "two outlets"),
        ("{from: a, to: b, verdict: error, between: [x, y], outlet: z}", "not both"),
    ],
)
def test_a_faulty_judgement_is_named_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text(f"title: desk\njudged:\n- {line}\n")
    with pytest.raises(GlossaryError) as caught:
        load(path)
    assert f"{path}:3" in str(caught.value)
    assert says in str(caught.value)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda text: text.strip())


@given(texts, texts, st.sampled_from(["house style", "error", "ignore"]), st.just("") | texts)
def test_any_text_can_be_judged_and_taken_back(
    tmp_path_factory: pytest.TempPathFactory, one: str, other: str, verdict: str, outlet: str
) -> None:
    if one == other:
        return
    path = tmp_path_factory.mktemp("judged") / "desk.yaml"
    path.write_text(FILE, encoding="utf-8")
    judged = Judged(one, other, verdict, outlet=outlet)  # type: ignore[arg-type]
    record(judged, path)
    assert load(path).judged == (judged,)
    assert withdraw(path, judged) == judged
    assert path.read_text(encoding="utf-8") == FILE
