"""Documents become Stories: one event's coverage, its base first."""

from wirediff.stories.grouping import group

__all__ = ["group"]
