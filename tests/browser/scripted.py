"""What somebody might type to make a page run it, put in every text that people type; and what a page that
ran it would show.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import CharField, Model, TextField, Value
from django.db.models.functions import Cast, Concat

from gongjiang.office.cases.models import LogRow
from gongjiang.office.notice.models import Objection
from gongjiang.office.review.models import Score

PAYLOADS = (
    "javascript:ran()//",
    "<script>ran()</script>",
    '"><img src=x onerror=ran()>',
    "'><svg onload=ran()>",
    "</title><script>ran()</script>",
    "</textarea><script>ran()</script>",
    "</script><script>ran()</script>",
    '<a href="javascript:ran()">x</a>',
    '" autofocus onfocus=ran() x="',
    "' onmouseover=ran() x='",
    "<details open ontoggle=ran()>x</details>",
    '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
    "<math><a xlink:href=javascript:ran()>x</a></math>",
    '<base href="//example.org/"><link rel=stylesheet href="//example.org/x">',
    "<style>*{background:url(//example.org/x)}</style>",
    "{{ran()}}${ran()}<!--",
)
FORTH, BACK = "".join(PAYLOADS), "".join(reversed(PAYLOADS))
"""All of them in one text: escaped it holds each of them, and where one works it is heard."""
TYPED = frozenset((
    "name", "name_en", "giver", "rules", "sector", "occupation", "position", "holder", "bank", "organiser",
    "approving_document", "team", "delegation", "withdrawn_because", "reason", "issuer", "document", "aspect",
    "printed", "zh", "en", "title", "title_en", "opinion", "note", "answer", "signer", "basis", "place",
    "text", "text_en", "how", "contact", "unit", "honours", "finding", "meeting", "tax_note", "payer",
    "payee", "serial", "ground", "message", "raw", "reference", "subject", "subject_en", "body", "body_en",
    "words", "wording", "findings", "declined", "link", "captions", "void_reason", "witness",
    "first_name", "os_user", "fault",
))  # fmt: skip
"""The columns of words that people type or send in."""
OWN = {("honours", "Honour.title"), ("review", "Placing.reason")}
APPS_LEFT = {"journal"}
WATCH = """window.ran = () => console.error("a script ran");
document.addEventListener("securitypolicyviolation",
  told => console.error("against the policy: " + told.blockedURI))"""
MARKS = r"""[...document.querySelectorAll("*")].flatMap(one => [...one.attributes].filter(
  held => /^on/i.test(held.name) || /^\s*javascript:/i.test(held.value) && /href|src|action/i.test(held.name)
).map(held => one.tagName + " " + held.name + "=" + held.value.slice(0, 40))).concat(
[...document.querySelectorAll("script:not([src]),base,iframe,style,math")].map(one => one.tagName))"""
"""Elements and attributes that only a text could have brought, and a link that runs when it is followed."""


def columns() -> Iterator[tuple[type[Model], str]]:
    for model in apps.get_models():
        if not model.__module__.startswith("gongjiang") or model._meta.app_label in APPS_LEFT:
            continue
        for field in model._meta.concrete_fields:
            words = isinstance(field, CharField | TextField) and not field.choices and field.name in TYPED
            if words and (model._meta.app_label, f"{model.__name__}.{field.name}") not in OWN:
                yield model, field.name


def planted(text: str) -> int:
    """Past the guards, in every row, with the row's number for what must be unique; how many columns."""
    found = list(columns())
    for model, name in found:
        told = Concat(Value(text), Cast("pk", CharField()), output_field=CharField())
        model._default_manager.update(**{name: told})
    _held_otherwise(text)
    return len(found)


def _held_otherwise(text: str) -> None:
    """What is sealed, and what lies in JSON."""
    for held in Objection.objects.all():
        held.put(text, text)
        held.save()
    for score in Score.objects.all():
        Score.objects.filter(pk=score.pk).update(reasons=dict.fromkeys(score.reasons, text))
    for row in LogRow.objects.all():
        LogRow.objects.filter(pk=row.pk).update(told=_words(row.told, text))


def _words(told: dict[str, Any], text: str) -> dict[str, Any]:
    return {key: text if isinstance(value, str) else value for key, value in told.items()}
