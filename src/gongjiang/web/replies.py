"""Answering a person: a refusal in the language of the page."""

from django.contrib import messages
from django.http import HttpRequest

from gongjiang.law.words import Words


def in_words(request: HttpRequest, said: Words) -> str:
    return said.en if getattr(request, "LANGUAGE_CODE", "") == "en" else said.zh


def refused(request: HttpRequest, said: Words) -> None:
    messages.error(request, in_words(request, said))
