"""Many reports at once: `render_many`, on any executor, each file whole or absent, a killed run resumed."""

from ita_docs.batch.failure import Failure
from ita_docs.batch.run import render_many

__all__ = ["Failure", "render_many"]
