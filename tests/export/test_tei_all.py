"""The TEI export held against the schema of the Text Encoding Initiative itself.

Compiling the schema takes some seconds; `test_export_tei.py` has a small one, for what we write only, that takes none.
"""

import hashlib
import lzma
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from made import hostile, reports

from wirediff import pipeline
from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.report import Report
from wirediff.kinds import Severity
from wirediff.settings import Settings

PACKED = Path(__file__).with_name("tei_all.rng.xz")
SEEDS = Path(__file__).parents[2] / "seeds"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tei_all() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(lzma.decompress(PACKED.read_bytes())))


def test_the_schema_is_the_one_that_its_page_names() -> None:
    digest = hashlib.sha256(lzma.decompress(PACKED.read_bytes())).hexdigest()
    assert f"`{digest}`" in PACKED.with_name("tei_all.md").read_text(encoding="utf-8")


def test_reports_of_every_kind_are_valid(tei_all: etree.RelaxNG, report: Report) -> None:
    stories = pipeline.find_stories(pipeline.read_paths([SEEDS], Settings()).documents, Settings())
    seeds = pipeline.report(stories, (), Settings())
    for each in (report, hostile(), Report(()), Report(report.stories[:1]), Report(report.stories[1:]), seeds):
        tei_all.assertValid(etree.fromstring(render(each, "tei")))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(report=reports(), weights=st.frozensets(st.sampled_from(Severity)))
def test_it_is_valid_whatever_the_texts_are_and_whatever_is_chosen(
    tei_all: etree.RelaxNG, report: Report, weights: frozenset[Severity]
) -> None:
    tei_all.assertValid(etree.fromstring(render(report, "tei", Choice(severities=weights))))


@pytest.mark.parametrize(("old", "new"), [(' wit="', ' witness="'), ("<rdg ", "<reading "), ("<body>", "<body><u/>")])
def test_the_schema_refuses_what_is_no_tei(tei_all: etree.RelaxNG, report: Report, old: str, new: str) -> None:
    data = render(report, "tei").decode()
    assert old in data
    broken = data.replace(old, new).replace("</rdg>", "</reading>" if "reading" in new else "</rdg>")
    assert not tei_all.validate(etree.fromstring(broken.encode()))
