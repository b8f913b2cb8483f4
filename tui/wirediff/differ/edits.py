"""Edits: the places where two cells differ, before anyone says of what kind.

One rule holds for every list of edits that is made here, and property tests check it: what lies outside the edits is
the same text on both sides, character for character. A joint between two paragraphs of a cell counts as a blank
that both sides have.
"""

from collections.abc import Sequence
from os.path import commonprefix

from msgspec import Struct
from msgspec.structs import replace

from wirediff.differ.pairing import Pair
from wirediff.differ.stretch import Stretch
from wirediff.differ.units import Unit


class Edit(Struct, frozen=True, gc=False):
    """Units `left` of one side stand where the other has units `right`; one of the two may be none.

    The offsets are code points into the cells' texts and may take in a blank beside the units. `moved` is set where
    the same words stand elsewhere on the other side: the two spans are then apart. `traded` is set where names and
    words stand the other way round, which may turn who does what to whom about.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    left: tuple[Unit, ...]
    right: tuple[Unit, ...]
    moved: bool = False
    traded: bool = False

    @property
    def mirrored(self) -> "Edit":
        """The same edit with its sides swapped."""
        return replace(
            self,
            left_start=self.right_start,
            left_end=self.right_end,
            right_start=self.left_start,
            right_end=self.left_end,
            left=self.right,
            right=self.left,
        )

    @property
    def two_sided(self) -> bool:
        """True where both sides have units."""
        return bool(self.left) and bool(self.right)


class Text(Struct, frozen=True):
    """One side: its text, its units, and where joints stand in it."""

    text: str
    units: Sequence[Unit]
    joints: frozenset[int] = frozenset()

    def has_joint(self, start: int, end: int) -> bool:
        """True where a joint lies in the span."""
        return any(place in self.joints for place in range(start, end)) if self.joints else False

    def past_blank(self, place: int) -> int:
        """The end of the blank that begins at `place`, a joint not passed."""
        while place < len(self.text) and self.text[place].isspace() and place not in self.joints:
            place += 1
        return place


def stretches(left: int, right: int, pairs: Sequence[Pair]) -> list[Stretch]:
    """What the pairs leave apart, in order: unequal pairs one by one, and what no pair covers as a whole.

    `left` and `right` are how many units each side has.
    """
    found: list[Stretch] = []
    i = j = 0
    for pair in pairs:
        if i < pair.left or j < pair.right:
            found.append(Stretch((i, pair.left), (j, pair.right)))
        i, j = pair.left + 1, pair.right + 1
        if not pair.equal:
            found.append(Stretch((pair.left, i), (pair.right, j)))
    if i < left or j < right:
        found.append(Stretch((i, left), (j, right)))
    return found


def edits(left: Text, right: Text, apart: Sequence[Stretch]) -> list[Edit]:
    """The edits that stretches make, in the order of the left text; between stretches, units are equal one by one."""
    found: list[Edit] = []
    run: list[Stretch] = []
    behind = (0, 0)
    i = j = 0
    end = Stretch((len(left.units),) * 2, (len(right.units),) * 2)
    for stretch in [*apart, end]:
        while i < stretch.left[0]:
            ours, theirs = left.units[i], right.units[j]
            if run or left.text[behind[0] : ours.start] != right.text[behind[1] : theirs.start]:
                found += _between(left, right, run, behind, (ours.start, theirs.start))
                run = []
            behind = (ours.end, theirs.end)
            i, j = i + 1, j + 1
        if stretch is not end:
            run.append(stretch)
        i, j = stretch.left[1], stretch.right[1]
    return found + _between(left, right, run, behind, (len(left.text), len(right.text)))


def _between(
    left: Text, right: Text, run: Sequence[Stretch], behind: tuple[int, int], ahead: tuple[int, int]
) -> list[Edit]:
    """The edits of one stretch between two equal units, the blanks around and between them shared out.

    A blank that both sides have stays outside. One that only one side has joins the edit before it (a dropped word
    goes with the blank behind it), else the edit after it; two unlike blanks are an edit of their own.
    """
    made = _placed(left, right, run, behind)
    loose: list[Edit] = []
    for slot in range(len(made) + 1):
        left_from, right_from = (made[slot - 1].left_end, made[slot - 1].right_end) if slot else behind
        left_to, right_to = (made[slot].left_start, made[slot].right_start) if slot < len(made) else ahead
        blanks = left.text[left_from:left_to], right.text[right_from:right_to]
        if blanks[0] == blanks[1]:
            continue
        if left.has_joint(left_from, left_to) or right.has_joint(right_from, right_to):
            continue
        if slot and not made[slot - 1].two_sided:
            made[slot - 1] = replace(made[slot - 1], left_end=left_to, right_end=right_to)
        elif slot < len(made) and (not made[slot].two_sided or not all(blanks)):
            made[slot] = replace(made[slot], left_start=left_from, right_start=right_from)
        else:
            loose.append(Edit(left_from, left_to, right_from, right_to, (), ()))
    made = [_without_shared_blank(left.text, right.text, edit) for edit in made]
    return sorted([*made, *loose], key=lambda edit: (edit.left_start, edit.right_start, edit.left_end))


def _without_shared_blank(left: str, right: str, edit: Edit) -> Edit:
    """A one-sided edit without the blank that both of its spans begin or end with."""
    if edit.two_sided:
        return edit
    a, b, c, d = edit.left_start, edit.left_end, edit.right_start, edit.right_end
    while a < b and c < d and left[b - 1] == right[d - 1] and left[b - 1].isspace():
        b, d = b - 1, d - 1
    while a < b and c < d and left[a] == right[c] and left[a].isspace():
        a, c = a + 1, c + 1
    return replace(edit, left_start=a, left_end=b, right_start=c, right_end=d)


def _placed(left: Text, right: Text, run: Sequence[Stretch], behind: tuple[int, int]) -> list[Edit]:
    """The blocks of a run as edits, each empty side put behind the blank that follows what comes before it there.

    So the blank before a dropped word counts as common, and the one behind it goes with the word.
    """
    made: list[Edit] = []
    left_end, right_end = behind
    for block in run:
        ours, theirs = tuple(left.units[slice(*block.left)]), tuple(right.units[slice(*block.right)])
        left_start = ours[0].start if ours else left.past_blank(left_end)
        right_start = theirs[0].start if theirs else right.past_blank(right_end)
        left_end = ours[-1].end if ours else left_start
        right_end = theirs[-1].end if theirs else right_start
        made.append(_narrowed(Edit(left_start, left_end, right_start, right_end, ours, theirs)))
    return made


def _narrowed(edit: Edit) -> Edit:
    """An edit of one name against another without the words at either end that are the same in both.

    "Haider al-Abadi" against "Haider al-Abbadi" marks the surname; the units stay the whole names.
    """
    if len(edit.left) != 1 or len(edit.right) != 1:
        return edit
    ours, theirs = edit.left[0].text, edit.right[0].text
    if " " not in ours or " " not in theirs:
        return edit
    head = commonprefix([ours, theirs]).rfind(" ") + 1
    tail = commonprefix([ours[head:][::-1], theirs[head:][::-1]]).rfind(" ") + 1
    if not ours[head : len(ours) - tail].strip() or not theirs[head : len(theirs) - tail].strip():
        return edit
    return replace(
        edit,
        left_start=edit.left_start + head,
        left_end=edit.left_end - tail,
        right_start=edit.right_start + head,
        right_end=edit.right_end - tail,
    )
