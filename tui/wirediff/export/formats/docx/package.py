"""The parts of the document in one archive, which has the same bytes whenever and wherever it is made."""

import io
import zipfile

from wirediff.export.formats.docx.comments import SPACE
from wirediff.export.xmltext import element

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "comments": "comments", "styles": "styles"}
_THEN = (1980, 1, 1, 0, 0, 0)  # the earliest time that an archive can tell


def packed(document: str, comments: str) -> bytes:
    """The archive with the two parts that a report gives, and those that are always the same."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"word/document.xml": "officeDocument"}),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations({"comments.xml": "comments", "styles.xml": "styles"}),
        "word/comments.xml": comments,
        "word/styles.xml": _styles(),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _THEN)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, (_XML + content).encode("utf-8"))
    return file.getvalue()


def _types() -> str:
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    content = element("Default", Extension="rels", ContentType=relations)
    content += element("Default", Extension="xml", ContentType="application/xml")
    for name, kind in _PARTS.items():
        content += element("Override", PartName=f"/word/{name}.xml", ContentType=f"{_TYPE}.{kind}+xml")
    return element("Types", content, xmlns=f"{_PACKAGE}/content-types")


def _relations(targets: dict[str, str]) -> str:
    content = "".join(
        element("Relationship", Id=f"r{number}", Type=f"{_OFFICE}/{kind}", Target=target)
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return element("Relationships", content, xmlns=f"{_PACKAGE}/relationships")


def _styles() -> str:
    content = _style("Normal", "Normal", "", '<w:spacing w:after="160"/>', default=True)
    content += _style("Heading1", "heading 1", '<w:b/><w:sz w:val="32"/>', '<w:outlineLvl w:val="0"/>')
    content += _style("Heading2", "heading 2", '<w:b/><w:sz w:val="26"/>', '<w:outlineLvl w:val="1"/>')
    content += _style("Headline", "Headline", "<w:b/>", "")
    content += _style("Version", "Version", '<w:color w:val="595959"/><w:sz w:val="18"/>', "")
    return element("w:styles", content, **{"xmlns:w": SPACE})


def _style(ident: str, name: str, run: str, paragraph: str, default: bool = False) -> str:
    content = element("w:name", w_val=name) + ("" if default else element("w:basedOn", w_val="Normal"))
    content += (element("w:pPr", paragraph) if paragraph else "") + (element("w:rPr", run) if run else "")
    return element("w:style", content, w_type="paragraph", w_default="1" if default else "", w_styleId=ident)
