"""Whether this installation can handle registers: asked before anything that needs an engine is loaded."""

import os
from importlib.util import find_spec

from gongjiang.law.words import Words

PACKAGES = {"polars": ("polars", "bulk"), "duckdb": ("duckdb", "duckdb"), "spark": ("pyspark", "spark")}
"""By the engine's name: its package, and the extra of ours that installs it."""

ALLOCATOR, LEAN = "_RJEM_MALLOC_CONF", "narenas:1,muzzy_decay_ms:0"
"""Polars' allocator (jemalloc) keeps what was freed, in many heaps; with one heap, and given back, a city is
scanned in a fifth less memory and no more time."""


def lean() -> None:
    """Ask it to; it looks only when Polars is loaded. What whoever runs us has set stands."""
    os.environ.setdefault(ALLOCATOR, LEAN)


def absent(engine: str = "polars") -> Words | None:
    """Why registers cannot be handled with this engine, if they cannot. Polars is needed beside any other."""
    for name in ("polars", engine):
        package, extra = PACKAGES[name]
        if find_spec(package) is None:
            return Words(
                f"本机未安装 {package}：请安装附加组件 gongjiang[{extra}]",
                f"{package} is not installed: install the extra gongjiang[{extra}]",
            )
    return None
