"""Occupation names: one spelling for one occupation, whatever edition of the classification printed it."""

import re
import unicodedata
from functools import lru_cache

BRACKETED = re.compile(r"\(.*?\)")
RENAMED = {
    "维修电工": "电工",
    "汽车修理工": "汽车维修工",
    "装配钳工": "钳工",
    "工具钳工": "钳工",
    "机修钳工": "钳工",
}
"""Names of the 1999 classification and what the 2015 edition calls them."""


@lru_cache(4096)
def occupation_name(printed: str) -> str:
    """The name without spaces, width variants and bracketed specialities, in the newest edition's words."""
    smoothed = re.sub(r"\s", "", unicodedata.normalize("NFKC", printed))
    plain = BRACKETED.sub("", smoothed) or smoothed
    return RENAMED.get(plain, plain)
