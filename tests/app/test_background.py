import asyncio
import threading

import pytest
from driving import settled
from handmade import OpenReader
from textual import work
from textual.app import App
from textual.screen import Screen

from wirediff import pipeline
from wirediff.app.background import beside
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.stories import StoriesScreen


async def test_work_gives_its_result_from_another_thread() -> None:
    here = threading.get_ident()
    assert await beside(threading.get_ident) != here


async def test_what_work_raises_is_raised_where_it_is_awaited() -> None:
    with pytest.raises(ZeroDivisionError):
        await beside(lambda: 1 / 0)


async def test_a_result_that_nobody_waits_for_any_more_is_dropped() -> None:
    go_on, ended = threading.Event(), threading.Event()

    def work() -> None:
        go_on.wait()
        ended.set()

    waiting = asyncio.create_task(beside(work))
    await asyncio.sleep(0)
    waiting.cancel()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert ended.wait(10)


def test_work_that_outlives_the_loop_ends_quietly() -> None:
    go_on = threading.Event()

    async def leave() -> None:
        task = asyncio.create_task(beside(go_on.wait))
        await asyncio.sleep(0)
        task.cancel()

    before = set(threading.enumerate())
    asyncio.run(leave())
    (left,) = set(threading.enumerate()) - before
    go_on.set()
    left.join(10)
    assert not left.is_alive()


async def test_whoever_leaves_need_not_wait_for_a_comparison(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun = threading.Event(), threading.Event()

    def slow(*_: object) -> None:
        begun.set()
        go_on.wait()

    monkeypatch.setattr(pipeline, "compare", slow)
    try:
        async with (app := reader()).run_test() as pilot:
            await settled(pilot)
            await pilot.press("enter")
            await asyncio.to_thread(begun.wait, 10)
            assert isinstance(app.screen, CompareScreen)
            await pilot.press("n", "s", "a", "escape")
            assert isinstance(app.screen, StoriesScreen)
            await pilot.press("enter", "q")
        assert app.return_code == 0
    finally:
        go_on.set()


async def test_a_screen_that_is_left_meanwhile_is_drawn_on_no_more() -> None:
    release = threading.Event()
    reached: list[str] = []

    class Waiting(Screen[None]):
        @work
        async def wait(self) -> None:
            try:
                await beside(release.wait)
            except asyncio.CancelledError:
                reached.append("cancelled")
                raise
            reached.append("drawn")

    class Host(App[None]):
        pass

    async with (app := Host()).run_test() as pilot:
        for left in (False, True):
            release.clear()
            await app.push_screen(screen := Waiting())
            worker = screen.wait()
            await pilot.pause()
            if left:
                app.pop_screen()  # not waited for: its widgets go one after the other
                release.set()
            else:
                release.set()
                await worker.wait()
            while not worker.is_finished:
                await pilot.pause()
    assert reached == ["drawn", "cancelled"]
