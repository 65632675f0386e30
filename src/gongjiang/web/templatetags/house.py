"""Filters of the house: words in the reader's language, money, masks."""

from typing import Any

from django import template
from django.utils.translation import get_language

from gongjiang.law.money import shown
from gongjiang.law.words import Words

register = template.Library()


@register.filter
def say(value: Any) -> str:
    """Bilingual words, or anything that has them, in the language of the page."""
    words = value if isinstance(value, Words) else value.said
    return words.en if get_language() == "en" else words.zh


@register.filter
def yuan(fen: int) -> str:
    return shown(int(fen))
