"""The press: typst with our own fonts alone, so that the same input gives the same bytes on any machine."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pylopdf_fonts_zh_cn
import typst

BEIJING = timezone(timedelta(hours=8))
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""Archival and accessible: every page is tagged, every font is inside."""


def pressed(sheet: Path, said: Mapping[str, Any], on: date, **pictures: str) -> bytes:
    """The sheet as PDF. `said` reaches it as data, never as markup; `pictures` are SVG texts by name."""
    inputs = {"said": json.dumps(said, ensure_ascii=False), **pictures}
    at = datetime.combine(on, time(), tzinfo=BEIJING)
    made = _compiler(sheet).compile(format="pdf", sys_inputs=inputs, pdf_standards=[*STANDARDS], timestamp=at)
    if not isinstance(made, bytes):
        raise RuntimeError("the press gave no file")
    return made


@cache
def _compiler(sheet: Path) -> typst.Compiler:
    """One for each sheet and process: fonts are read once."""
    folder = Path(pylopdf_fonts_zh_cn.serif_path()).parent
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return typst.Compiler(input=sheet, root=sheet.parent, font_paths=fonts, ignore_system_fonts=True)
