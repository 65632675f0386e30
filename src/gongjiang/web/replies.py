"""Answering a person: a refusal in the language of the page."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language

from gongjiang.law.words import Words


def in_words(request: HttpRequest, said: Words) -> str:
    return said.en if getattr(request, "LANGUAGE_CODE", "") == "en" else said.zh


def refused(request: HttpRequest, said: Words) -> None:
    messages.error(request, in_words(request, said))


def said(words: Words) -> str:
    """In the language of the moment: for labels that are made where no request is at hand."""
    english = (get_language() or "").startswith("en")
    return words.en[:1].upper() + words.en[1:] if english else words.zh
