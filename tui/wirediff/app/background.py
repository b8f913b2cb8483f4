"""Work that takes time, done beside the screen."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from textual.dom import DOMNode
from textual.widget import Widget
from textual.worker import NoActiveWorker, Worker, get_current_worker

T = TypeVar("T")


def begin(node: DOMNode, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> None:
    """Do `work` beside the keys, instead of what is being done of the same group.

    It is given as a function: of a coroutine that is replaced before it began, Python says that nobody awaited it.
    """
    _: Worker[None] = node.run_worker(work, group=group, exclusive=True)


async def beside(work: Callable[[], T]) -> T:
    """Run `work` in a thread of its own, and give what it gives or raise what it raises.

    The thread is a daemon: whoever leaves the reader need not wait until a long comparison has come to its end, as
    would be so with the threads of asyncio's pool. Nothing that must not be cut short belongs here, so no writing.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(act: Callable[[], None]) -> None:
        def unless_cancelled() -> None:
            if not done.done():
                act()

        try:
            loop.call_soon_threadsafe(unless_cancelled)
        except RuntimeError:  # the loop is closed: nobody waits for this any more
            return

    def run() -> None:
        try:
            result = work()
        except BaseException as error:  # raised again where the result is awaited
            fault = error
            settle(lambda: done.set_exception(fault))
        else:
            settle(lambda: done.set_result(result))

    threading.Thread(target=run, daemon=True).start()
    try:
        return await done
    finally:
        _stop_if_left()


def _stop_if_left() -> None:
    """End the worker of a screen or widget that is being taken away: what it would draw on is gone by parts.

    Textual cancels such workers too, but only after it has removed the widgets inside. Raises CancelledError.
    """
    try:
        node = get_current_worker().node
    except NoActiveWorker:
        return
    if isinstance(node, Widget) and not (node.is_attached and node.screen in node.app.screen_stack):
        raise asyncio.CancelledError
