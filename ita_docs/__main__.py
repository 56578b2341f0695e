"""`python -m ita_docs` is `ita-docs`."""

import sys

from ita_docs.cli import main

if __name__ == "__main__":
    sys.exit(main())
