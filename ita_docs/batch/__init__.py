"""Many reports or data files at once, on any executor, each document whole or absent, a killed run resumed."""

from ita_docs.batch.failure import Failure
from ita_docs.batch.files import FileResult, render_files
from ita_docs.batch.run import render_many

__all__ = ["Failure", "FileResult", "render_files", "render_many"]
