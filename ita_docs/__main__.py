"""`python -m ita_docs` is `ita-docs`: the command line in a process of its own, which it starts and ends quickly.

Source: measured, the searches for cycles among what is loaded, at the end among all there is, and for plugins took a
quarter of the time of `render`.
"""

import gc
import os
import sys
from contextlib import suppress

#: How many more objects there are before Python looks for cycles; a start makes as many and leaves hardly any.
_OBJECTS = 200_000


def run() -> int:
    """Run the command that the process was started with; the exit code."""
    with suppress(AttributeError):  # other Pythons than CPython need not have it
        gc.set_threshold(_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")  # or pydantic asks every installed package for plugins
    from ita_docs.cli import main  # noqa: PLC0415  loaded under the threshold

    code = main()
    with suppress(AttributeError):
        gc.freeze()  # the process ends: nothing that it still holds is worth a search
    return code


if __name__ == "__main__":
    sys.exit(run())
