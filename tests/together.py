"""Tests that share something costly run on one worker: the browser and its city, and Spark, are started once.

The runner's own groups are written into the ids of tests, which this version of pytest no longer lets it do.
"""

from xdist.scheduler import LoadGroupScheduling

TOGETHER = ("tests/browser/", "[spark")


class Together(LoadGroupScheduling):
    def _split_scope(self, nodeid: str) -> str:
        held = next((part for part in TOGETHER if part in nodeid), None)
        return held or str(super()._split_scope(nodeid))
