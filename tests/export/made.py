"""Reports made at random by the real comparison, of texts that are news in one word and hostile in the next."""

from hypothesis import strategies as st

from wirediff.export.report import Report, StoryReport
from wirediff.model import Document, Failure, Note, Paragraph, Story, StoryVersion
from wirediff.notes import anchor
from wirediff.pipeline import Settings, compare

EVIL = (
    "<script>document.title='pwned'</script>",
    '"><img src=x onerror="document.title=\'pwned\'">',
    "</p></style></script><svg/onload=document.title='pwned'>",
    "<iframe src='http://example.org/'></iframe>",
    "]]>",
    "<!--",
    "&lt;&amp;&#0;",
    "\x00\x07\x1b[31m",
    "\u202eevil\u2066",
    "\ud800",
    "\ufffe\uffff",
    "=HYPERLINK(1)",
    "+1+cmd|' /C calc'!A0",
    "-2",
    "@SUM(1)",
    "\tTAB",
    "a\r\nb",
    "\u2028",
    "{{7*7}}",
)
_WORDS = st.sampled_from(
    [
        *("the", "troops", "on", "Friday", "al-Abadi", "al-Abbadi", "1,500", "2,500", "said", '"last', 'fight"', "IS"),
        *("ISIS", "jihadists", "group.", "Al-Qaim", "town,", "not", "air", "airstrikes", "עברית", "كلمة", "\U0001f6a8"),
        *EVIL,
    ]
)
_BLANKS = st.sampled_from([" ", " ", " ", "  ", "\u00a0", ""])
TEXTS = st.lists(st.tuples(_WORDS, _BLANKS), min_size=1, max_size=12).map(
    lambda parts: "".join(word + blank for word, blank in parts)
)


def document(name: str, headline: str, texts: list[str], source: str | None = None) -> Document:
    paragraphs = tuple(Paragraph(n, text, n) for n, text in enumerate(texts, 1))
    return Document(path=name, id=f"id-{name}", reader="text", headline=headline, source=source, paragraphs=paragraphs)


def story(documents: list[Document], notes: list[str] | None = None) -> StoryReport:
    """A story of these versions as the pipeline compares them; each note is about the next difference."""
    versions = tuple(StoryVersion(each, 1.0) for each in documents)
    whole = Story(f"story-{documents[0].path}", documents[0].headline, versions)
    comparison = compare(documents, Settings()) if len(documents) > 1 else None
    found = comparison.differences if comparison else ()
    told = []
    for number, text in enumerate(notes or []):
        about = found[number % len(found)] if found else None
        ends = [side and anchor(documents[side.version], side) for side in ((about.left, about.right) if about else ())]
        left, right = ends or (None, None)
        told.append(
            Note(
                id=f"note{number}",
                text=text,
                story=whole.id,
                created="2026-11-20T15:53:00Z",
                modified="2026-11-20T15:53:00Z",
                author=text,
                verdict="error",
                tags=(text,),
                left=left,
                right=right,
                kind=about.kind if about else None,
            )
        )
    return StoryReport.of(whole, comparison, told)


@st.composite
def _versions(draw: st.DrawFn) -> list[list[str]]:
    base = draw(st.lists(TEXTS, min_size=1, max_size=4))
    versions = [base]
    for _ in range(draw(st.integers(1, 3))):
        pool = st.sampled_from(base) | TEXTS
        texts = draw(st.lists(pool, max_size=4))
        if draw(st.booleans()) and len(texts) > 1:
            texts = [" ".join(texts[:2]), *texts[2:]]
        versions.append(texts)
    return versions


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """One story of two to four versions with up to two notes."""
    headlines = st.just("") | TEXTS
    documents = [
        document(f"v{n}.txt", draw(headlines), texts, draw(st.none() | TEXTS))
        for n, texts in enumerate(draw(_versions()))
    ]
    return Report((story(documents, draw(st.lists(TEXTS, max_size=2))),))


def hostile() -> Report:
    """One report with everything hostile, everywhere that a file or a person can put it."""
    one = [f"The troops {evil} said on Friday {evil}" for evil in EVIL]
    two = [f"The forces {evil} said {evil} on Saturday" for evil in EVIL]
    every = " ".join(EVIL)
    documents = [document(f"{every}{n}", every, texts, every) for n, texts in enumerate((one, two, one[::-1]))]
    return Report((story(documents, list(EVIL)), story([document("alone", "", list(EVIL))])), (Failure(every, every),))
