from collections.abc import Sequence
from itertools import combinations
from math import dist
from operator import mul
from pathlib import Path

import pytest
import yaml

from wirediff.app.settings.themefile import ThemeError, read_theme
from wirediff.app.settings.themes import DEFAULT, Shelf
from wirediff.kinds import KINDS, Kind, Severity
from wirediff.resources import shipped

SHIPPED = Shelf().names()
IN_RGB = [name for name in SHIPPED if not Shelf().read(name).sixteen]
READABLE = 4.5  # the contrast that WCAG 2 asks for text, level AA


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_promised_themes_are_shipped_and_the_usual_one_comes_first() -> None:
    assert SHIPPED[0] == DEFAULT
    assert {"dark", "light", "high-contrast", "deutan-protan", "tritan", "ansi"} <= set(SHIPPED)


@pytest.mark.parametrize("name", IN_RGB)
def test_text_and_marks_can_be_read_on_everything_they_are_drawn_on(name: str) -> None:
    theme = Shelf().read(name)
    inks = {*theme.palette().kinds.values()}
    colours = theme.colours
    inks |= {colours.foreground, colours.dim, colours.primary, colours.secondary, colours.accent, colours.error}
    for paper in (colours.background, colours.surface, colours.panel):
        for ink in inks:
            assert contrast(ink, paper) >= READABLE, f"{ink} on {paper}"


def test_high_contrast_is_high() -> None:
    theme = Shelf().read("high-contrast")
    assert min(contrast(ink, theme.colours.background) for ink in theme.palette().kinds.values()) >= 7


# What one who lacks a sort of cones sees of a colour, in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.
SEEN = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def lab(colour: str, seen: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as it is seen."""
    raw = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in raw]
    red, green, blue = (min(1, max(0, sum(map(mul, row, linear)))) for row in seen)
    xyz = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize(
    ("name", "deficiency"),
    [("deutan-protan", "deuteranopia"), ("deutan-protan", "protanopia"), ("tritan", "tritanopia")],
)
def test_families_of_kinds_stay_apart_for_those_whom_a_theme_is_for(name: str, deficiency: str) -> None:
    palette = Shelf().read(name).palette()
    families = {*palette.kinds.values(), palette.foreground}
    assert len(families) >= 8
    nearest = min(
        dist(lab(one, SEEN[deficiency]), lab(two, SEEN[deficiency])) for one, two in combinations(families, 2)
    )
    assert nearest >= 20  # in CIE76; about 2.3 can just be told apart side by side


def test_the_dark_theme_does_not_pass_for_one_for_the_colour_blind() -> None:
    kinds = {*Shelf().read("dark").palette().kinds.values()}
    for seen in SEEN.values():
        assert min(dist(lab(one, seen), lab(two, seen)) for one, two in combinations(kinds, 2)) < 20


@pytest.mark.parametrize("name", SHIPPED)
def test_without_colour_letter_and_line_still_tell_kind_and_severity(name: str) -> None:
    palette = Shelf().read(name).palette()
    assert len({spec.letter for spec in KINDS.values()}) == len(Kind)
    lines = {
        (style.underline, style.underline2) for severity in Severity for style in (palette.mark(Kind.NAMING, severity),)
    }
    assert len(lines) == len(Severity)


def test_the_difference_at_the_cursor_stands_out_by_reversed_colours() -> None:
    palette = Shelf().read("dark").palette()
    plain, current = (palette.mark(Kind.CLAIM, Severity.SERIOUS, current=at) for at in (False, True))
    assert not plain.reverse
    assert current.reverse
    assert current.color == plain.color


def test_a_severity_set_by_a_glossary_decides_the_line() -> None:
    palette = Shelf().read("dark").palette()
    assert palette.mark(Kind.TYPOGRAPHY, Severity.SERIOUS).underline2
    assert not palette.mark(Kind.LABEL, Severity.COSMETIC).underline


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "themes"


def write(folder: Path, name: str, **changes: object) -> Path:
    folder.mkdir(exist_ok=True)
    theme = yaml.safe_load((shipped("themes") / "dark.yaml").read_text()) | {"name": name} | changes
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump({key: value for key, value in theme.items() if value is not None}))
    return path


def test_a_theme_of_the_users_own_is_found_and_stands_before_a_shipped_one(own: Path) -> None:
    write(own, "dusk", title="Dusk")
    write(own, "light", title="My light")
    shelf = Shelf(own)
    assert shelf.names()[-1] == "dusk"
    assert shelf.read("dusk").title == "Dusk"
    assert shelf.read("light").title == "My light"
    assert shelf.faults() == {}


def test_a_kind_without_a_colour_takes_that_of_its_severity_and_that_one_of_the_page(own: Path) -> None:
    theme = read_theme(write(own, "few", kinds={"naming": "#112233"}, severities={"serious": "#445566"}))
    kinds = theme.palette().kinds
    assert kinds[Kind.NAMING] == "#112233"
    assert kinds[Kind.LABEL] == "#445566"
    assert kinds[Kind.SPELLING] == theme.colours.dim


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"kinds": {"naming": "blue"}}, "kinds.naming: 'blue' is no colour here"),
        ({"kinds": {"gossip": "#112233"}}, "kinds.gossip: there is no kind 'gossip'; take one of typography, "),
        ({"kinds": {"nameing": "#112233"}}, "there is no kind 'nameing'; did you mean naming?"),
        ({"kinds": ["#112233"]}, "kinds: it takes a colour a line"),
        ({"severities": {"grave": "#112233"}}, "there is no severity 'grave'; take one of cosmetic, notable, serious"),
        ({"colors": {}}, "a theme has no 'colors'; did you mean colours?"),
        ({"dark": "very"}, "dark: 'very' is neither true nor false"),
        ({"name": "other"}, "name: its name is 'other'; a theme has its file's name: broken"),
        ({"title": None}, "title: it is missing"),
    ],
)
def test_what_is_wrong_with_a_theme_is_said_with_its_file_and_place(
    own: Path, changes: dict[str, object], says: str
) -> None:
    path = write(own, "broken")
    text = yaml.safe_load(path.read_text()) | changes
    path.write_text(yaml.safe_dump({key: value for key, value in text.items() if value is not None}))
    theme = read_theme(path)
    assert [says in str(fault) for fault in theme.faults] == [True], theme.faults
    assert str(theme.faults[0]).startswith(f"{path}:")
    assert theme.palette().background == Shelf().read("dark").palette().background


def test_the_line_of_a_fault_is_told_with_what_to_write(own: Path) -> None:
    own.mkdir()
    text = (shipped("themes") / "dark.yaml").read_text().replace('"#79b8ff"', "sky")
    (own / "dark.yaml").write_text(text)
    line = next(n for n, written in enumerate(text.splitlines(), 1) if "sky" in written)
    (fault,) = Shelf(own).read("dark").faults
    assert str(fault) == (
        f"{own / 'dark.yaml'}:{line}: kinds.naming: 'sky' is no colour here; write \"#rrggbb\", as the background"
    )


def test_all_faults_are_told_at_once_and_what_is_in_order_holds(own: Path) -> None:
    own.mkdir()
    (own / "dusk.yaml").write_text(
        "name: dusk\ntitle: Dusk\nfont: Arial\ncolours:\n  background: '#112233'\n  dim: #445566\n  accent: gold\n"
        "  primary: '#778899'\n  primary: '#000000'\nkinds:\n  naming: '#abcdef'\n  quote: *ink\n  place: '#fff'\n"
    )
    theme = Shelf(own).read("dusk")
    assert [str(fault).split(":")[1] for fault in theme.faults[:3]] == ["3", "5", "5"]
    lines = [int(str(fault).split(":")[1]) for fault in theme.faults]
    assert lines == sorted(lines)
    told = "\n".join(map(str, theme.faults))
    for says in (
        ":3: font: a theme has no 'font'",
        ':6: colours.dim: no colour stands here; write "#rrggbb"; without quotes a # begins a comment',
        ":7: colours.accent: 'gold' is no colour here",
        ":9: 'primary' stands here twice, first in line 8",
        ":12: aliases (*ink) are not taken",
        ":13: kinds.place: '#fff' is no colour here",
        "colours: foreground is missing",
        "colours: error is missing",
    ):
        assert says in told
    palette, dark = theme.palette(), Shelf().read("dark").palette()
    assert (palette.background, palette.first, palette.kinds[Kind.NAMING]) == ("#112233", "#778899", "#abcdef")
    assert (palette.dim, palette.accent) == (dark.dim, dark.accent)


def test_a_light_page_and_one_of_the_terminals_colours_are_lent_what_suits_them(own: Path) -> None:
    light = write(own, "pale", dark=False, colours={"background": "#ffffff"})
    sixteen = write(own, "own", colours={"background": "default"}, kinds={}, severities={})
    assert read_theme(light).colours.foreground == Shelf().read("light").colours.foreground
    assert read_theme(sixteen).colours.foreground == Shelf().read("ansi").colours.foreground


@pytest.mark.parametrize("content", [b"name: [", b"", b"\xff\xfe\x00", b"- a\n- b\n", b"!!python/object:os.system {}"])
def test_no_file_is_too_broken_to_be_reported(own: Path, content: bytes) -> None:
    own.mkdir()
    (own / "odd.yaml").write_bytes(content)
    shelf = Shelf(own)
    assert list(shelf.faults()) == ["odd"]
    (fault,) = shelf.faults()["odd"].faults
    assert "odd.yaml" in fault.message
    assert not shelf.faults()["odd"].usable
    with pytest.raises(ThemeError):
        shelf.read("odd")
    assert shelf.read("dark").name == "dark"


def test_a_theme_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(ThemeError, match="no theme 'sepia'; choose one of dark"):
        Shelf().read("sepia")


def test_the_example_in_the_documentation_is_a_theme_that_works(tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "themes.md"
    (tmp_path / "dusk.yaml").write_text(page.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0])
    assert read_theme(tmp_path / "dusk.yaml").title == "Dusk"
