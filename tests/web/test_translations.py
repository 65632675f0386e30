"""Every word of every page has its English; no Chinese stands outside the words that are translated."""

import re
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.utils import translation

from gongjiang.office.cases.models import Veto
from gongjiang.office.honours.models import Honour
from gongjiang.office.notice.models import Objection
from gongjiang.office.review.models import Visit
from gongjiang.web.console import messages

TEMPLATES = Path(messages.WEB) / "templates"
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
TRANSLATED = re.compile(r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{%.*?%}|{#.*?#}|{{.*?}}", re.S)
WIDE = re.compile(r'<div class="wide[^>]*>')
KEPT = {"中文", "匠"}
"""The switch names each language in its own; the seal is a picture."""
SHOWN = (Objection.Kind, Objection.Outcome, Honour.Ground, Veto.Scope, Visit.Conclusion)
"""Choices of the models whose labels stand on pages."""


def test_every_message_has_its_english():
    assert messages.missing() == set()


def test_no_english_is_chinese():
    said = {zh: en for (zh, _), en in messages.translated().items() if re.search("[\u4e00-\u9fff]", en)}

    assert said == {}


@pytest.mark.parametrize("path", messages.catalogues(), ids=lambda path: path.parts[-5])
def test_a_catalogue_keeps_the_blanks(path):
    entries = polib.pofile(str(path))
    blanks = re.compile(r"%\(\w+\)s")

    wrong = [
        e.msgid for e in entries if e.msgstr and set(blanks.findall(e.msgid)) != set(blanks.findall(e.msgstr))
    ]

    assert wrong == []


def test_each_thing_is_said_once_in_all_catalogues():
    """Of two that say the same words the one that is read last would hide the other."""
    said = Counter((e.msgid, e.msgctxt) for path in messages.catalogues() for e in polib.pofile(str(path)))

    assert [words for words, times in said.items() if times > 1] == []


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: str(p.relative_to(TEMPLATES))
)
def test_no_chinese_stands_outside_the_words_that_are_translated(path):
    plain = TRANSLATED.sub("", path.read_text("utf-8"))

    assert [part for part in re.split(r"[<>\s]", plain) if CHINESE.search(part) and part not in KEPT] == []


@pytest.mark.parametrize("kind", SHOWN, ids=lambda kind: kind.__qualname__)
def test_the_choices_that_pages_show_have_their_english(kind):
    with translation.override("en"):
        assert [label for label in kind.labels if CHINESE.search(translation.gettext(label))] == []


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: str(p.relative_to(TEMPLATES))
)
def test_a_page_has_no_inline_style_script_or_handler(path):
    text = path.read_text("utf-8")

    assert re.findall(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son\w+=|javascript:|https?://", text) == []


def test_what_scrolls_sideways_can_be_scrolled_by_keys() -> None:
    pages = TEMPLATES.rglob("*.html")
    boxes = [(path.name, box) for path in pages for box in WIDE.findall(path.read_text("utf-8"))]

    assert [one for one in boxes if 'tabindex="0"' not in one[1]] == []
    assert len(boxes) > 80
