"""How often Python looks for values that refer to each other in a ring."""

import gc

NEW = 100_000
"""Values made since the last look before there is another; Python by itself looks after 700."""


def collect_seldom() -> None:
    """Look seldom: a comparison makes millions of small values that stay, and hardly a ring among them.

    Looking through them over and over took a seventh of the time of aligning two books. All other values are freed at
    once as ever, so memory does not grow by it.
    """
    gc.set_threshold(NEW, 20, 20)
