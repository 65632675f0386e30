"""Tests that share something costly run on one worker: the browser and its city are started once.

The runner's own groups are written into the ids of tests, which this version of pytest no longer lets it do.
"""

from xdist.scheduler import LoadGroupScheduling

TOGETHER = ("tests/browser/",)


class Together(LoadGroupScheduling):
    def _split_scope(self, nodeid: str) -> str:
        held = next((folder for folder in TOGETHER if nodeid.startswith(folder)), None)
        return held or str(super()._split_scope(nodeid))
