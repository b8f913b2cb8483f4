"""Grouping where a script has no words: what unrelated reports share is single characters, never their pairs."""

from tests.align.test_align_scripts import CHINESE_ONE, CHINESE_OTHER

from wirediff.glossary import builtin
from wirediff.model import Document, Paragraph
from wirediff.stories import group
from wirediff.text import paired, tokens

EXCHANGE = (
    "上海证券交易所周二表示，将对三家上市公司的财务报告展开调查。",
    "交易所说，这些公司在过去两年中多次推迟公布业绩，引起投资者不满。",
    "受消息影响，三家公司的股价当天分别下跌百分之五到百分之八。",
)
FOOTBALL = (
    "巴西国家足球队周日在里约热内卢以三比一击败阿根廷队，提前获得世界杯参赛资格。",
    "主教练在赛后的新闻发布会上说，球员们表现出色，但防守仍需加强。",
    "超过六万名球迷到现场观看了比赛，许多人在街头庆祝到深夜。",
)


def document(path: str, *paragraphs: str) -> Document:
    numbered = tuple(Paragraph(n, text, n) for n, text in enumerate(paragraphs, 1))
    return Document(path=path, id=path, reader="text", paragraphs=numbered)


def test_chinese_versions_of_one_report_are_one_story_and_other_reports_are_others() -> None:
    given = [
        document("one", *CHINESE_ONE),
        document("exchange", *EXCHANGE),
        document("other", *CHINESE_OTHER),
        document("football", *FOOTBALL),
    ]
    found = sorted(sorted(each.path for each in story.documents) for story in group(given, builtin()))
    assert found == [["exchange"], ["football"], ["one", "other"]]


def test_neighbouring_pieces_are_paired_and_words_left_alone() -> None:
    assert [token.text for token in paired(tokens("政府軍 said カイム市 5"))] == [
        "政府",
        "府軍",
        "said",
        "カイム",
        "市",
        "5",
    ]
