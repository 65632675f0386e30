"""A folder's own guide, the half in the reader's language, as sections: a heading, paragraphs and lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import get_language

from gongjiang.law.scheme import Scheme
from gongjiang.plans.folder import text_of

HALVES = "# English"
ITEM = re.compile(r"^(-|\d+\.) +")
HEADING = re.compile(r"^\*\*(.+)\*\*$")


@dataclass
class Block:
    """A paragraph, or the items of one list."""

    lines: list[str] = field(default_factory=list)
    kind: str = "text"


@dataclass
class Section:
    """What stands under one heading; the opening words of a guide stand under none."""

    heading: str = ""
    blocks: list[Block] = field(default_factory=list)


def guide(held: Scheme) -> list[Section]:
    zh, _, en = text_of(held, "guide.md").partition(HALVES)
    half = en if (get_language() or "").startswith("en") else zh.replace("# 中文", "")
    return list(sections(half.splitlines()))


def sections(lines: list[str]) -> Iterator[Section]:
    """A line that follows another without a gap goes on with it."""
    held, apart = Section(), True
    for line in map(str.strip, lines):
        if heading := HEADING.match(line):
            if held.blocks:
                yield held
            held = Section(heading[1])
        elif line:
            take(held, line, apart or not held.blocks)
        apart = not line
    if held.blocks:
        yield held


def take(held: Section, line: str, apart: bool) -> None:
    text = ITEM.sub("", line)
    kind = "text" if text == line else "points" if line.startswith("-") else "steps"
    if kind != "text" and (not held.blocks or held.blocks[-1].kind != kind):
        held.blocks.append(Block(kind=kind))
    if kind == "text" and apart:
        held.blocks.append(Block())
    lines = held.blocks[-1].lines
    if kind == "text" and not apart:
        lines[-1] = joined(lines[-1], text)
    else:
        lines.append(text)


def joined(one: str, more: str) -> str:
    """Chinese is wrapped without a space, English with one."""
    return f"{one} {more}" if one[-1].isascii() and more[0].isascii() else one + more
