"""gongjiang messages: compile the translations of every face;
--missing lists the Chinese that has no English.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import polib

from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json

WEB = Path(__file__).resolve().parent.parent
TAG = re.compile(r"{%\s*(?:translate|trans)\s+\"((?:[^\"\\]|\\.)*)\"(?:\s+context\s+\"([^\"]*)\")?")
BLOCK = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate\s*%}", re.S)
CALL = re.compile(r"\b(?:_|gettext|gettext_lazy|ngettext)\(\s*\"((?:[^\"\\]|\\.)*)\"")
PLURAL = re.compile(r"{%\s*plural\s*%}.*", re.S)
VARIABLE = re.compile(r"{{\s*(\w+)\s*}}")


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("--missing", action="store_true")
    asked = command.parse_args(arguments)
    for catalogue in catalogues():
        source = polib.pofile(str(catalogue))
        target = catalogue.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < catalogue.stat().st_mtime:
            source.save_as_mofile(str(target))
    return as_json(sorted(missing())) if asked.missing else 0


def catalogues() -> list[Path]:
    return sorted(WEB.glob("**/locale/en/LC_MESSAGES/django.po"))


Said = tuple[str, str]
"""A message and its context: where the English depends on the place, as of one thing or of many."""


def translated() -> dict[Said, str]:
    entries = (entry for path in catalogues() for entry in polib.pofile(str(path)))
    return {
        (entry.msgid, entry.msgctxt or ""): entry.msgstr or entry.msgstr_plural[1]
        for entry in entries
        if entry.msgstr or entry.msgstr_plural
    }


def missing() -> set[Said]:
    have = translated()
    return {said for said in used() if said not in have}


def used() -> Iterator[Said]:
    """Every message of the templates and of the views."""
    for path in WEB.glob("templates/**/*.html"):
        yield from in_template(path.read_text("utf-8"))
    for path in WEB.glob("**/*.py"):
        if path.resolve() != Path(__file__).resolve():
            yield from ((text.replace('\\"', '"'), "") for text in CALL.findall(path.read_text("utf-8")))


def in_template(text: str) -> Iterator[Said]:
    yield from ((found.replace('\\"', '"'), where) for found, where in TAG.findall(text))
    for found in BLOCK.findall(text):
        yield VARIABLE.sub(r"%(\1)s", PLURAL.sub("", found)), ""
