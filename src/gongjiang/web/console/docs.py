"""gongjiang docs: draw docs/procedures.md and docs/glossary.md again, from the code."""

from pathlib import Path

from gongjiang.law import terms
from gongjiang.law.drawing_docs import glossary_page, procedures_page
from gongjiang.law.rule import Verdict
from gongjiang.law.scheme import Outcome
from gongjiang.law.terms import Ranked, Term
from gongjiang.plans import plans
from gongjiang.web.console.commands import parser


def run(name: str, arguments: list[str]) -> int:
    command = parser(name, "draw the pages that are read off the code")
    command.add_argument("--folder", type=Path, default=Path("docs"))
    folder = command.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    for page, text in drawn().items():
        (folder / page).write_text(text, "utf-8")
        print(folder / page)
    return 0


def drawn() -> dict[str, str]:
    """Every page by its name in docs/."""
    return {"procedures.md": procedures_page(plans()), "glossary.md": glossary_page(kinds())}


def kinds() -> list[type[Term]]:
    """The closed vocabularies, in the order of terms.py, then what a rule and a scheme answer with."""
    held = [kind for kind in vars(terms).values() if isinstance(kind, type) and issubclass(kind, Term)]
    return [kind for kind in held if kind not in (Term, Ranked)] + [Verdict, Outcome]
