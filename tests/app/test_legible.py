from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size, split_graphemes

from wirediff.app.legible import legible

TEXT = st.text(alphabet=st.sampled_from("a日 \u200d\ufe0f\u0301❤👩\U0001f3fd\u2060ک\x1b\ud800"), max_size=12) | st.text(
    max_size=12
)


@given(TEXT)
def test_the_length_stays_so_that_offsets_stay(text: str) -> None:
    assert len(legible(text)) == len(text)


@given(TEXT, st.integers(0, 20))
def test_every_way_of_measuring_agrees_and_cutting_to_a_width_works(text: str, width: int) -> None:
    shown = legible(text)
    spans, total = split_graphemes(shown)
    assert cell_len(shown) == total
    assert sum(cell_len(shown[start:end]) for start, end, _ in spans) == total
    assert cell_len(set_cell_size(shown, width)) == width


@given(TEXT)
def test_it_is_idempotent(text: str) -> None:
    assert legible(legible(text)) == legible(text)


def test_joined_emoji_stay_joined() -> None:
    for emoji in ("👩\u200d👩\u200d👧", "👩🏽\u200d🚀", "❤\ufe0f", "🏳\ufe0f\u200d🌈"):
        assert legible(emoji) == emoji
