"""Pages drawn from the code: every procedure as a table and a diagram, every term in both languages."""

from collections.abc import Iterable, Iterator

from gongjiang.law.plan import Plan
from gongjiang.law.procedure import Need, Procedure, Step, Then
from gongjiang.law.procedures.follow import Telling, grants
from gongjiang.law.terms import EXITS, Ranked, State, Term

REDRAW = "gongjiang docs"
NOTE = f"<!-- Drawn from the code: do not edit. Run `{REDRAW}` to draw it again. -->"
COLUMNS = "| 环节 step | 从 from | 到 to | 由谁 by | 须先满足 needs | 须填写 asks | 随之 then |"


def procedures_page(plans: Iterable[Plan]) -> str:
    """docs/procedures.md, in Markdown with Mermaid diagrams."""
    used: dict[str, tuple[Procedure, list[str]]] = {}
    for scheme in (scheme for plan in plans for scheme in plan.schemes):
        found = scheme.procedure
        used.setdefault(found.name, (found, []))[1].append(
            f"{scheme.said.zh} {scheme.said.en} (`{scheme.slug}`)"
        )
    sections = [_section(procedure, schemes) for _, (procedure, schemes) in sorted(used.items())]
    return _page("程序 Procedures", sections)


def glossary_page(kinds: Iterable[type[Term]]) -> str:
    """docs/glossary.md: every closed word, with the value that is stored."""
    return _page("词汇 Glossary", [_words(kind) for kind in kinds])


def _page(title: str, sections: list[str]) -> str:
    return "\n\n".join([NOTE, f"# {title}", *sections]) + "\n"


def _section(procedure: Procedure, schemes: list[str]) -> str:
    rows = "\n".join(_row(step) for step in procedure.steps)
    return "\n\n".join([
        f"## {procedure.said.zh} {procedure.said.en} (`{procedure.name}`)",
        "\n".join(f"- {scheme}" for scheme in schemes),
        f"{COLUMNS}\n|---|---|---|---|---|---|---|\n{rows}",
        "\n".join(["```mermaid", *_diagram(procedure), "```"]),
        "★ 授予称号或列入应付 the step that grants",
    ])  # fmt: skip


def _row(step: Step) -> str:
    cells = (
        f"{step.zh} {step.en} (`{step.name}`)",
        "、".join(state.zh for state in step.sources),
        step.target.zh if step.target else "不变 unchanged",
        f"{step.by.zh} {step.by.en}",
        _names(step.needs),
        "、".join(ask.said.zh for ask in step.asks),
        _names(step.then),
    )
    return "| " + " | ".join(cells) + " |"


def _names(functions: tuple[Need, ...] | tuple[Then, ...]) -> str:
    named = ("tell" if isinstance(one, Telling) else one.__qualname__.partition(".")[0] for one in functions)
    return ", ".join(f"`{name}`" for name in named)


def _diagram(procedure: Procedure) -> Iterator[str]:
    """The straight way and its turnings; every way out leads to one of the exits."""
    yield "stateDiagram-v2"
    beside = [state for state in State if state in procedure.states and state not in procedure.main]
    yield from (f"  {state.name}: {state.zh} {state.en}" for state in (*procedure.main, *beside))
    yield f"  [*] --> {procedure.main[0].name}"
    for step in procedure.steps:
        mark = " ★" if grants in step.then else ""
        yield from (
            f"  {source.name} --> {step.leads(source).name}: {step.zh}{mark}" for source in step.sources
        )
    ends = (procedure.main[-1], *EXITS)
    yield from (f"  {state.name} --> [*]" for state in ends if state in procedure.states)


def _words(kind: type[Term]) -> str:
    ranked = "，由低到高 in ascending order" if issubclass(kind, Ranked) else ""
    rows = "\n".join(f"| {term.zh} | {term.en} | `{term.value}` |" for term in kind)
    return f"## {kind.__name__}{ranked}\n\n| 中文 | English | 值 value |\n|---|---|---|\n{rows}"
