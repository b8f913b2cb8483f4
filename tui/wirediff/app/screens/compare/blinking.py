"""Two versions in one place, one after the other: what differs is what jumps, as on two plates of the same sky."""

from wirediff.app.layout.collated import View
from wirediff.app.layout.page import Page
from wirediff.app.reading.desk import Desk


def swapped(page: Page, side: int) -> tuple[int, ...]:
    """The faces of a page with the base in the column of a version, or with the version there again.

    `side` is the version at the cursor; the base itself stands for the version beside it.
    """
    columns = range(page.sheet.columns)
    if page.columns == 1:
        return (1 - page.faces[0],)
    place = next((column for column in columns if side in page.sheet.versions[column]), 0) or 1
    return tuple((place if face == 0 else 0) if column == place else face for column, face in enumerate(page.faces))


def pair(desk: Desk) -> View:
    """The base and one other version as two columns, of which one column's room shows one at a time."""
    other = desk.side or desk.others[0]
    return View((0, other), frozenset(desk.seen))
