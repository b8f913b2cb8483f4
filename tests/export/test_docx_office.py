"""The word processor's document in a word processor: opened, kept with its changes, and settled by its own commands."""

import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree
from made import document, hostile, story

from wirediff import pipeline
from wirediff.export import render
from wirediff.export.report import Report, StoryReport
from wirediff.export.segments import xml_text
from wirediff.model import Document
from wirediff.settings import Settings

SOFFICE = shutil.which("soffice")
SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice here")

_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value>
</prop></item>
</oor:items>
"""
"""Says that the profile is complete; the word processor would put its own module in the place of ours otherwise."""

_LIBRARIES = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/></library:libraries>
"""
_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{}</library:library>
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" script:language="StarBasic">
Sub Main(source As String, folder As String)
  Store(source, folder &amp; "/kept.odt", "writer8", "")
  Store(source, folder &amp; "/accepted.txt", "Text (encoded)", ".uno:AcceptAllTrackedChanges")
  Store(source, folder &amp; "/rejected.txt", "Text (encoded)", ".uno:RejectAllTrackedChanges")
End Sub
Sub Store(source As String, target As String, filter As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(opened.CurrentController.Frame, command, "", 0, Array())
  End If
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  how(1).Name = "FilterOptions"
  how(1).Value = "UTF8,LF"
  opened.storeToURL(target, how())
  opened.close(True)
End Sub
</script:module>
"""


class Settled(NamedTuple):
    """What the word processor makes of a document: kept as it is, all changes accepted, all rejected."""

    kept: etree._Element
    accepted: list[str]
    rejected: list[str]


def settled(folder: Path, data: bytes) -> Settled:
    assert SOFFICE
    source = folder / "made.docx"
    source.write_bytes(data)
    basic = folder / "profile" / "user" / "basic" / "Standard"
    basic.mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE)
    (basic.parent / "script.xlc").write_text(_LIBRARIES)
    (basic / "script.xlb").write_text(_LIBRARY.format('<library:element library:name="Settling"/>'))
    (basic / "dialog.xlb").write_text(_LIBRARY.format(""))
    (basic / "Settling.xba").write_text(_MODULE)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    macro = f'macro:///Standard.Settling.Main("{source.as_uri()}","{folder.as_uri()}")'
    subprocess.run([SOFFICE, profile, "--headless", macro], capture_output=True, timeout=180, check=True)
    with zipfile.ZipFile(folder / "kept.odt") as archive:
        kept = etree.fromstring(archive.read("content.xml"))
    return Settled(kept, _told(folder / "accepted.txt"), _told(folder / "rejected.txt"))


def _told(file: Path) -> list[str]:
    """The lines of the first pair of versions."""
    found = file.read_text(encoding="utf-8-sig").split("\n")
    return [line for line in found[found.index("V2 against V1") + 1 :] if line.strip()]


def lines(version: Document) -> list[str]:
    every = [version.headline, *(paragraph.text for paragraph in version.paragraphs)]
    return [xml_text(text) for text in every if text]


def holds(made: Settled, part: StoryReport) -> None:
    base, other = part.documents
    assert made.accepted == lines(other)
    assert made.rejected == lines(base)


def test_changes_and_comments_are_kept_and_accepted_or_rejected_they_give_either_version(tmp_path: Path) -> None:
    one = document(
        "a", "Forces retake crossing", ["First they  came <b>.", "Then on Friday & Saturday.", "Gone.", "End."]
    )
    two = document(
        "b", "Forces seize crossing", ["They came first.", "End.", "Then on Sunday. More \x1b of it.", "New."]
    )
    part = story([one, two], ["look again"])
    made = settled(tmp_path, render(Report((part,)), "docx"))
    holds(made, part)
    changes = [*made.kept.iter(f"{TEXT}changed-region")]
    assert {region[0].tag for region in changes} == {f"{TEXT}insertion", f"{TEXT}deletion"}
    assert {each.text for region in changes for each in region.iter(f"{DC}creator")} == {"b"}
    comments = [each.findtext(f"{DC}creator") for each in made.kept.iter(f"{OFFICE}annotation")]
    assert comments.count("look again") == 1
    assert comments.count("wirediff") == len(list(part.annotated))


@pytest.mark.slow
def test_a_hostile_document_gives_either_version(tmp_path: Path) -> None:
    documents = hostile().stories[0].documents
    part = story(list(documents[:2]), ["look"])
    holds(settled(tmp_path, render(Report((part,)), "docx")), part)


@pytest.mark.slow
@pytest.mark.parametrize("pair", [(0, 4), (1, 2), (2, 4)])
def test_two_reports_of_one_event_give_either_version(tmp_path: Path, pair: tuple[int, int]) -> None:
    files = sorted(SEEDS.glob("*.txt"))
    documents = pipeline.read_paths([files[number] for number in pair], Settings()).documents
    part = story(list(documents), [])
    holds(settled(tmp_path, render(Report((part,)), "docx")), part)
