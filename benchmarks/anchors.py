"""How surely notes are found again: versions edited at random, notes on some of their words, and the truth beside it.

python benchmarks/anchors.py [FILE.jsonl ...]    more texts: lines of {"a": [paragraph, ...]}
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from coarse import CoarseEditor
from edits import Editor, Text, Where, copied, document, laid_out, neighbours_left, numbers, where, written

from wirediff.model import Anchor, Side
from wirediff.notes import Check, Found, Outcome, anchor, refind
from wirediff.read import read_file

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
EDITS = 10_000
A_VERSION = 6
NOTES = 12


def seed_texts() -> list[list[str]]:
    return [[each.text for each in read_file(path)[0].paragraphs] for path in sorted(SEEDS.glob("*.txt"))]


def made_up_texts(count: int = 20) -> list[list[str]]:
    """Reports out of a few patterns, so that every sentence has look-alikes from the start."""
    chance = random.Random(11)
    who = ["soldiers", "rebels", "miners", "teachers", "nurses", "farmers", "drivers", "lawyers"]
    where_ = ["Arlen", "Bostok", "Cerrada", "Dunmore", "Elvas", "Fontaine", "Gorlice", "Harstad"]
    what = [
        "About {n} {who} left the town of {place} on the {o} day of the strike, the council said",
        "The mayor of {place} promised the {who} a rise of {n} percent",
        "Police in {place} held {n} {who} after a march through the old centre",
        "No talks between the {who} and the government in {place} are planned before the {o}",
        "The {who} had asked for {n} crowns a month, according to a letter seen in {place}",
    ]

    def sentence() -> str:
        return chance.choice(what).format(
            n=chance.randint(2, 900),
            o=f"{chance.randint(4, 20)}th",
            who=chance.choice(who),
            place=chance.choice(where_),
        )

    return [
        [". ".join(sentence() for _ in range(chance.randint(1, 4))) + "." for _ in range(chance.randint(8, 20))]
        for _ in range(count)
    ]


def spans(text: Text, chance: random.Random) -> list[tuple[int, int, int]]:
    """Words, phrases, sentences and whole paragraphs, as people note them."""
    found = []
    for _ in range(NOTES):
        number = chance.randrange(len(text)) + 1
        lengths = [len(each) for each in text[number - 1]]
        place = chance.randrange(len(lengths))
        begin = sum(lengths[:place]) + place
        words = written(text[number - 1][place]).split(" ")
        kind = chance.random()
        if kind < 0.1:
            found.append((number, 0, sum(lengths) + len(lengths) - 1))
        elif kind < 0.25:
            found.append((number, begin, begin + lengths[place]))
        else:
            first = chance.randrange(len(words))
            last = min(len(words), first + chance.randint(1, 6))
            start = begin + sum(len(word) + 1 for word in words[:first])
            found.append((number, start, start + len(" ".join(words[first:last]))))
    return found


def measure(
    texts: Sequence[Sequence[str]], edits: int, seed: int = 1, edited_by: type[Editor] = Editor
) -> Counter[str]:
    """Counts over notes: what their words went through, and what came of looking for them; see `section`."""
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    while counts["edits"] < edits:
        first = laid_out(chance.choice(texts))
        before = document(first, "first")
        second = [[sentence[:] for sentence in paragraph] for paragraph in first]
        editor = edited_by(second, chance)
        for _ in range(A_VERSION):
            editor.edit()
        counts["edits"] += A_VERSION
        after = document(second, "second")
        for number, start, end in spans(first, chance):
            made = anchor(before, Side(0, number, start, end, ""))
            counts.update(judged(made, refind(made, after), first, second))
    return counts


def judged(made: Anchor, outcome: Outcome, first: Text, second: Text) -> list[str]:
    """What is to be counted for a note: what its words went through, the outcome, and whether that is right."""
    span = numbers(first, made.paragraph, made.start, made.end)
    truth = where(second, span)
    same = truth is not None and truth.left == len(span) and truth.end - truth.start == len(made.exact)
    sort = "kept" if same else "changed" if truth and truth.left > len(span) / 2 else "gone"
    said = [sort, f"{sort}: {type(outcome).__name__}"]
    if isinstance(outcome, Found):
        found = outcome.anchor
        slack = 0 if same else 2
        if truth and sort != "gone" and _hits(found, truth, slack):
            said.append(f"{sort}: right")
        elif sort == "gone":
            an_edit = truth is None and _is_edited_in_place(first, second, made, found)
            said.append("copy" if an_edit or _word_for_word(second, made, found, span) else "wrong")
        else:
            said.append("copy" if _in_its_place(first, second, made, found, truth, span) else "wrong")
        if not same and _digits(made.exact) != _digits(found.exact):
            said.append("number")
    elif isinstance(outcome, Check) and truth:
        overlaps = (c.start < truth.end and truth.start < c.end for c in outcome.candidates if c[0] == truth.paragraph)
        said += [f"{sort}: offered"] if any(overlaps) else []
    return said


def _hits(found: Anchor, truth: Where, slack: int) -> bool:
    close = abs(found.start - truth.start) <= slack and abs(found.end - truth.end) <= slack
    return found.paragraph == truth.paragraph and close


def _is_copy(second: Text, found: Anchor, span: list[int]) -> bool:
    copy = copied(second, found.paragraph, found.start, found.end)
    return len(copy) > len(span) / 2 and set(copy) <= set(span)


def _is_edited_in_place(first: Text, second: Text, made: Anchor, found: Anchor) -> bool:
    """Whether the same words are found between both old neighbours: what has come there is an edit of what was there.

    A look-alike of a paragraph may change places with it; then the same text comes of an edit in the paragraph itself.
    """
    return made.exact == found.exact and neighbours_left(first, second, found.paragraph, made.paragraph) == 4


def _word_for_word(second: Text, made: Anchor, found: Anchor, span: list[int]) -> bool:
    """Whether words that are gone stand there as a copy, or with the very sentence that they were in."""
    around = made.around
    assert around is not None
    text = document(second, "").text_of(found.paragraph)
    passage = around.lead + made.exact + around.trail
    there = text[max(0, found.start - len(around.lead)) : found.end + len(around.trail)]
    return there == passage or _is_copy(second, found, span)


def _in_its_place(first: Text, second: Text, made: Anchor, found: Anchor, truth: Where | None, span: list[int]) -> bool:
    """Whether a copy stands where the original stood, and the original does not.

    The same text comes of a copy put elsewhere and an original that stays, so nobody can tell these two apart.
    """
    if truth is None or not _is_copy(second, found, span):
        return False
    copy, original = (neighbours_left(first, second, at, made.paragraph) for at in (found.paragraph, truth.paragraph))
    return copy > original


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def texts_of(name: str) -> list[list[str]]:
    """The reports in a file of lines such as {"a": [paragraph, ...]}, short ones left out."""
    lines = Path(name).read_text(encoding="utf-8").splitlines()
    return [text for line in lines if len(text := json.loads(line)["a"]) > 4]


def verified(notes: int = 1000, files: int = 40) -> tuple[float, float]:
    """Seconds that it takes to look for notes in versions that are as they were, and in edited ones."""
    chance = random.Random(3)
    seeds = seed_texts()
    laid = [laid_out(seeds[at % len(seeds)]) for at in range(files)]
    before = [document(text, "first") for text in laid]
    made = [
        (n, anchor(before[n], Side(0, *span, "")))
        for n in (at % files for at in range(notes))
        for span in spans(laid[n], chance)[:1]
    ]
    for text in laid:
        editor = Editor(text, chance)
        for _ in range(A_VERSION):
            editor.edit()
    after = [document(text, "second") for text in laid]
    times = []
    for versions in (before, after):
        start = time.perf_counter()
        for n, each in made:
            refind(each, versions[n])
        times.append(time.perf_counter() - start)
    return times[0], times[1]


class Set(NamedTuple):
    """Texts, and who edits them."""

    name: str
    texts: Sequence[Sequence[str]]
    edited_by: type[Editor] = Editor


def own_sets() -> list[Set]:
    """The texts that are at hand everywhere, each edited in both ways."""
    texts = {"sample stories": seed_texts(), "made-up reports, all sentences alike": made_up_texts()}
    fine = [Set(name, each) for name, each in texts.items()]
    return [*fine, *(Set(f"{each.name}; coarsely", each.texts, CoarseEditor) for each in fine)]


def section(sets: Sequence[Set] = (), edits: int = EDITS) -> str:
    """The figures as Markdown."""
    lines = [
        "| texts | words stand | found in place | found or offered | mistyped, found | wrong place |",
        "|---|---|---|---|---|---|",
    ]
    for name, texts, edited_by in sets or own_sets():
        counts = measure(texts, edits, edited_by=edited_by)
        kept, right = counts["kept"], counts["kept: right"]
        offered = (right + counts["kept: offered"]) / kept
        mistyped = counts["changed: right"] / (counts["changed"] or 1)
        lines.append(f"| {name} | {kept:,} | {right / kept:.2%} | {offered:.2%} | {mistyped:.1%} | {counts['wrong']} |")
        print(name, dict(counts), file=sys.stderr)
    plain, edited = verified()
    said = [
        f"Versions were edited at random, {edits:,} times for each set of texts ({A_VERSION} edits a version):",
        "typing errors, sentences moved and dropped, paragraphs split, merged, added and dropped, numbers changed,",
        "look-alikes of sentences and of paragraphs put in, with and without the original. Coarse edits are paragraphs",
        "that change places, are dropped and stand twice, a text in another punctuation, and names spelt otherwise",
        "throughout. Where the place of a note is not sure a person is asked, and offered the places it may have. A",
        "word-for-word copy that is found where the original is gone, or stands where the original stood before it was",
        "taken away, is no wrong place, nor is one between both old neighbours: nobody could tell these from a passage",
        "that was edited where it stands. To look for 1,000 notes took",
        f"{plain:.2f} s here in versions that had not changed, and {edited:.1f} s in edited ones.",
    ]
    return "\n".join(["## Notes found again", "", *lines, "", "\n".join(said)])


def main(names: Sequence[str]) -> None:
    given = [Set(Path(name).name, texts_of(name)) for name in names]
    print(section([*given, *(Set(f"{each.name}; coarsely", each.texts, CoarseEditor) for each in given)]))


if __name__ == "__main__":
    main(sys.argv[1:])
