"""Attributes that are worked out on first use, without a lock.

`functools.cached_property` takes one before Python 3.12, and the differ asks for some sixty attributes a row: 7 %
of its time was spent there. Two threads that meet in one passage may both do the work, and find the same.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cached_property as once
else:

    class once:
        """A method without arguments as an attribute of the instance, which must have a `__dict__`."""

        def __init__(self, work) -> None:
            self._work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, owner, name) -> None:
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._work(instance)
            return value


__all__ = ["once"]
