"""Every sample report, rendered by several processes of a Dask cluster: `python docs/batch_dask.py [DIR]`.

Needs the extra `dask`.  A real cluster differs in one line: `Client("tcp://scheduler:8786")`.  Its workers need the
library and no shared folder: they send the documents back, and this process writes them.
"""

import sys

from distributed import Client, LocalCluster

import ita_docs
from ita_docs.template_sets import samples


def main(directory: str) -> int:
    """Render, and say what came of it."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster, Client(cluster) as client:
        reports = (loaded.report for path in samples() for loaded in ita_docs.load_reports(path))
        done = ita_docs.render_many(reports, directory, executor=client.get_executor(), resume=True, on_done=say)
        processes = len(client.nthreads())
    failed = sum(isinstance(result, ita_docs.Failure) for result in done)
    sys.stdout.write(f"{len(done) - failed} documents by {processes} processes, {failed} failed\n")
    return 1 if failed else 0


def say(result: ita_docs.Rendered | ita_docs.Failure) -> None:
    """One line for each report, as it is finished."""
    why = f": {result.error}" if isinstance(result, ita_docs.Failure) else ""
    sys.stdout.write(f"{result.path}{why}\n")


if __name__ == "__main__":  # the workers import this file
    sys.exit(main(*sys.argv[1:2] or ["ita-docs-batch"]))
