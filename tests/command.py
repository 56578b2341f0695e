"""What a command line gives: the fixture `run` of `conftest.py` runs one in this process."""

from collections.abc import Callable

#: The words of a command to its exit code, what it wrote to stdout, and to stderr.
Run = Callable[..., tuple[int, str, str]]
