"""gongjiang verify credential FILE: 0 valid, 1 altered or revoked, 2 unusable. No network, no register."""

from argparse import Namespace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from gongjiang.law.credential.checking import Asked, Verdict, checked
from gongjiang.law.credential.issuer import Known, known
from gongjiang.law.words import Words
from gongjiang.web.as_data import both
from gongjiang.web.console.credential_words import said
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded
from gongjiang.web.console.verify_bundle import signed

BEIJING = timezone(timedelta(hours=8))
STATES = (Words("有效", "VALID"), Words("无效", "NOT VALID"), Words("无法核验", "UNUSABLE"))
NO_ISSUER = Words(
    "请用 --issuer 给出签发者公布的 issuer.json", "Give what the issuer publishes, issuer.json, with --issuer"
)


def verify(asked: Namespace) -> int:
    try:
        text = Path(asked.asked).read_text("utf-8")
        status = asked.status.read_text("utf-8") if asked.status else None
        issuer = known(asked.issuer.read_text("utf-8")) if asked.issuer else _own()
    except (OSError, ValueError) as error:
        return fault(Words(f"无法核验：{error}", f"UNUSABLE: {error}"), 2)
    if issuer is None:
        return fault(NO_ISSUER, 2)
    return _answer(checked(text, signed, Asked(issuer, _moment(asked.on), status)), asked.json)


def _own() -> Known | None:
    """In the issuer's own house its register says which keys are its own."""
    if not founded():
        return None
    from django.conf import settings  # noqa: PLC0415

    from gongjiang.office.honours.issuing import keys  # noqa: PLC0415

    names = [settings.ISSUER] if settings.ISSUER else []
    return Known(frozenset(keys()), frozenset([*names, *(f"did:key:{key}" for key in keys())]))


def _moment(given: datetime | None) -> datetime:
    """Where no zone is said, Beijing's."""
    at = given or datetime.now(BEIJING)
    return at if at.tzinfo else at.replace(tzinfo=BEIJING)


def _answer(verdict: Verdict, json: bool) -> int:
    words = said(verdict.word)
    told = _told(verdict.document) if verdict.document and verdict.code != 2 else {}
    if json:
        as_json({"code": verdict.code, "word": verdict.word, **both(words), "says": told})
        return verdict.code
    state = STATES[verdict.code]
    line = Words(f"{state.zh}：{words.zh}", f"{state.en}: {words.en}")
    if verdict.code:
        return fault(line, verdict.code)
    print(f"{line.zh}\n{line.en}")
    for name, value in told.items():
        print(f"  {name}: {value}")
    return 0


def _told(document: dict[str, Any]) -> dict[str, Any]:
    """What it says, in a few words."""
    subject = document.get("credentialSubject")
    held = subject if isinstance(subject, dict) else {}
    listed = held.get("identifier")
    first = listed[0] if isinstance(listed, list) and listed else None
    name = first.get("identityHash") if isinstance(first, dict) else None
    return {"title": document.get("name"), "number": held.get("licenseNumber"), "name": name,
            "issued": document.get("validFrom")}  # fmt: skip
