"""gongjiang docs: draw the pages of docs/ that are read off the code."""

from pathlib import Path

from gongjiang.law import claim_terms, duty, performance, register, stories, terms
from gongjiang.law.drawing_docs import NOTE, glossary_page, procedures_page
from gongjiang.law.drawing_registers import registers_page
from gongjiang.law.register import TABLES
from gongjiang.law.rule import Verdict
from gongjiang.law.scheme import Outcome
from gongjiang.law.terms import Ranked, Term
from gongjiang.plans import plans
from gongjiang.web.console.commands import parser
from gongjiang.web.console.setup import ready


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("--folder", type=Path, default=Path("docs"))
    folder = command.parse_args(arguments).folder
    ready()
    folder.mkdir(parents=True, exist_ok=True)
    for page, text in drawn().items():
        (folder / page).write_text(text, "utf-8")
        print(folder / page)
    return 0


def drawn() -> dict[str, str]:
    """Every page by its name in docs/."""
    return {
        "procedures.md": procedures_page(plans()),
        "glossary.md": glossary_page(kinds()),
        "registers.md": registers_page(TABLES, NOTE),
        "api.md": api_text(),
    }


def api_text() -> str:
    """Read off the API itself, which needs Django to be ready."""
    from gongjiang.web.api.house import api  # noqa: PLC0415
    from gongjiang.web.api.page import api_page  # noqa: PLC0415

    return api_page(dict(api.get_openapi_schema()))


def kinds() -> list[type[Term]]:
    """The closed vocabularies as they are declared, then what a rule and a scheme answer with."""
    held = [
        kind
        for module in (terms, claim_terms, register, duty, performance, stories)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Term) and kind.__module__ == module.__name__
    ]
    return [kind for kind in held if kind not in (Term, Ranked)] + [Verdict, Outcome]
