"""gongjiang verify certificate FILE|NUMBER: valid, revoked or unknown, and why; credentials beside it."""

from argparse import Namespace
from hashlib import sha256
from pathlib import Path
from typing import Any

from gongjiang.law.words import Problem, Words, problem
from gongjiang.web.as_data import both
from gongjiang.web.console import verify_credential
from gongjiang.web.console.commands import instant, parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.seals import BAD, certificates, contents, registered, sealed
from gongjiang.web.console.setup import founded, not_founded

WORDS = {
    "valid": Words("有效", "Valid"),
    "revoked": Words("已撤销", "Revoked"),
    "unknown": Words("无法查到", "Unknown"),
    "sealed": Words(
        "签名有效；未查登记，是否撤销另行查验",
        "Sealed by the issuer; revocation not looked up",
    ),
}
CHANGED = Words(
    "该文件自称编号 {}，但与登记的文件摘要不一致：文件被改动过，或不是本机构出具的文件",
    "It says it is {}, whose registered file is another: this file was changed, or is not ours",
)
STRANGE = Words("登记中没有摘要相同的证书文件", "No certificate of the register has this file")
NOBODY = Words("登记中没有这个编号", "The register has no such number")


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("what", choices=["certificate", "credential"])
    command.add_argument("asked", metavar="FILE|NUMBER")
    command.add_argument("--issuer", type=Path, help="what the issuer publishes: issuer.pem or issuer.json")
    command.add_argument("--status", type=Path, help="the list of the revoked, for a credential")
    command.add_argument("--on", type=instant, help="the moment it is checked at; now")
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    if asked.what == "credential":
        return verify_credential.verify(asked)
    found = sealed_file(asked) if asked.issuer else in_register(asked)
    if isinstance(found, int):
        return found
    if isinstance(found, Problem):
        return fault(found.said, 2)
    if not asked.json:
        return told(found)
    as_json(found)
    return code(found)


def in_register(asked: Namespace) -> dict[str, Any] | Problem | int:
    return checked(asked.asked) if founded() else not_founded()


def sealed_file(asked: Namespace) -> dict[str, Any] | Problem:
    """Without any register: the seal alone, by the issuer's certificates."""
    data, issuers = contents(Path(asked.asked)), certificates(asked.issuer)
    if isinstance(data, Problem) or isinstance(issuers, Problem):
        return data if isinstance(data, Problem) else issuers  # type: ignore[return-value]
    seal = sealed(data, issuers)
    return {"status": "sealed" if seal["word"] == "holds" else "unknown", "why": None, "seal": seal}


def code(found: dict[str, Any]) -> int:
    sound = found.get("seal", {}).get("word") not in BAD
    return 0 if found["status"] in ("valid", "sealed") and sound else 1


def told(found: dict[str, Any]) -> int:
    said, why = WORDS[found["status"]], found["why"]
    print(f"{said.zh} / {said.en}" + "".join(f"\n{why[tongue]}" for tongue in ("zh", "en") if why))
    for key in ("number", "name", "title", "document", "issued_on", "revoked_on"):
        if found.get(key):
            print(f"  {key}: {found[key]}")
    if seal := found.get("seal"):
        print(f"  {seal['zh']} / {seal['en']}")
    return code(found)


def checked(asked: str) -> dict[str, Any] | Problem:
    """A file is known by its hash alone; a number or code by the register."""
    path = Path(asked)
    if path.is_file() or path.suffix.lower() == ".pdf" or "/" in asked:
        return _file(path)
    return _number(asked.strip()) if 0 < len(asked.strip()) <= 40 else problem("请给出编号", "Give a number")


def _file(path: Path) -> dict[str, Any] | Problem:
    from gongjiang.office.honours.paper import claimed_number  # noqa: PLC0415

    data = contents(path)
    if isinstance(data, Problem):
        return data
    seal = sealed(data, registered())
    found, claimed = _of(sha256=sha256(data).hexdigest()), claimed_number(data)
    if found is None and claimed:
        said = Words(CHANGED.zh.format(claimed), CHANGED.en.format(claimed))
        return {**_unknown(said, claimed), "seal": seal}
    return {**(_unknown(STRANGE) if found is None else _told(found)), "seal": seal}


def _number(number: str) -> dict[str, Any]:
    found = _of(number=number) or _of(code=number)
    return _unknown(NOBODY, number) if found is None else _told(found)


def _of(**by: str) -> Any:
    from gongjiang.office.honours.models import Certificate  # noqa: PLC0415

    return Certificate.objects.filter(**by).select_related("honour__case", "honour__resolution").first()


def _told(found: Any) -> dict[str, Any]:
    from gongjiang.plans import plan_of  # noqa: PLC0415

    honour = found.honour
    return {
        "status": "revoked" if honour.revoked_on else "valid", "number": found.number, "name": found.name,
        "title": plan_of(honour.case.scheme).registers.titles[honour.title].said.zh,
        "document": honour.resolution.document, "issued_on": found.issued_on, "revoked_on": honour.revoked_on,
        "why": both(Words(f"{honour.revoked_by}", f"By {honour.revoked_by}")) if honour.revoked_on else None,
    }  # fmt: skip


def _unknown(why: Words, number: str = "") -> dict[str, Any]:
    return {"status": "unknown", "number": number, "why": both(why)}
