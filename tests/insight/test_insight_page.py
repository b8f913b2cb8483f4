"""What docs/insight.md says is what the commands do."""

import re
from pathlib import Path
from typing import get_args

import pytest
from insight_samples import Samples

from wirediff.glossary import Judged, Verdict, builtin, load
from wirediff.insight.facts import facts
from wirediff.insight.ledger import ledger
from wirediff.insight.names import NameType, names
from wirediff.insight.statements import FactKind
from wirediff.kinds import Kind

PAGE = (Path(__file__).parents[2] / "docs" / "insight.md").read_text(encoding="utf-8")


def test_the_judgements_of_the_page_load_as_it_says(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    (tmp_path / "desk.yaml").write_text(example[1], encoding="utf-8")
    assert load(tmp_path / "desk.yaml").judged == (
        Judged("IS", "ISIS", "house style"),
        Judged("Husayba", "Husaybah", "error", kind=Kind.TRANSLITERATION, between=("AFP", "Diyaruna")),
        Judged("centre", "center", "ignore", outlet="Reuters"),
    )


@pytest.mark.parametrize("word", [*get_args(Verdict), *get_args(NameType), *get_args(FactKind)])
def test_every_verdict_type_and_kind_is_on_the_page(word: str) -> None:
    assert re.search(rf"[`|\"]{word}[`|\"]", PAGE)


def test_the_examples_of_the_page_are_what_the_samples_give(samples: Samples) -> None:
    found = names(samples.documents, builtin(), samples.comparisons)
    assert f"{found[0].name}  [{found[0].type} · conflict]" in PAGE
    for variant in found[0].variants:
        assert f"{variant.count}  {variant.text} — " in PAGE
    first, second = ledger(samples.comparisons, [document.path for document in samples.documents])[:2]
    for each in (first, second):
        assert {f"→ {each.one}  [{each.kind}]", f"→ {each.other}  [{each.kind}]"} & set(re.findall("→ .*", PAGE))
    (story,) = [story for story in samples.stories if len(story.versions) > 1]
    figure = facts(story.documents, builtin())[0]
    assert f"figure: {figure.about} — not the same" in PAGE
    assert all(f"{value.text} — seeds/" in PAGE for value in figure.values)
