"""Every kind of leaf that the code can write, read off the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from gongjiang.law.duty import OrderAct, TargetAct
from gongjiang.law.stories import StoryState
from gongjiang.office.journal.verifying import ERASED
from gongjiang.office.ledger.models import Decision
from gongjiang.office.post.models import Sending
from gongjiang.office.review.models import Ranking
from gongjiang.plans import plans

SOURCE = Path(__file__).parents[2] / "src" / "gongjiang"
KIND = re.compile(r"[a-z_]+\.[a-z_]+")
OPEN: dict[str, list[str]] = {
    "case.": [step.name for plan in plans() for one in plan.schemes for step in one.procedure.steps],
    "order.": [act.value for act in OrderAct],
    "target.": [act.value for act in TargetAct],
    "ranking.": [stage.value for stage in Ranking.Stage],
    "pending.": [state.value for state in Decision if state is not Decision.WAITING],
    "match.": [state.value for state in Decision if state is not Decision.WAITING],
    "sending.": [*(set(Sending.State.values) - {"queued", "claimed"}), "again", "arrived"],
    "story.": [state.value for state in StoryState],
    "batch.": ["open", "gather", "drop", "lock", "freeze", "check", "approve", "send", "export", "reply",
               "answered", "questioned", "resolve", "close", "withdraw"],
    "*.sign": ["ruling", "parameter"],
}  # fmt: skip
"""What stands where a kind is put together."""


def written() -> dict[str, str]:
    """Kind -> a file that writes it; the law writes nothing. One put together from what nobody listed is told
    as it is written.
    """
    found = dict.fromkeys((ERASED, "transfer"), "journal and ledger")
    rooms = (room for room in sorted(SOURCE.iterdir()) if room.name != "law")
    for path in (path for room in rooms for path in sorted(room.rglob("*.py"))):
        if "migrations" not in path.parts and "tracing" not in path.name:
            tree = ast.parse(path.read_text())
            for kind in in_file(tree):
                found.setdefault(kind, path.name)
    return found


def in_file(tree: ast.Module) -> Iterator[str]:
    names = {node.targets[0].id: node.value for node in tree.body
             if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)}  # fmt: skip
    for node in ast.walk(tree):
        if called(node) == "record":
            yield from spelt(node.args[0], names)  # type: ignore[attr-defined]
        if called(node) == "record_many" or leaves(node):
            for part in ast.walk(node):
                if isinstance(part, ast.Tuple) and len(part.elts) == 3:
                    yield from spelt(part.elts[0], names)


def called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def leaves(node: ast.AST) -> bool:
    """Where leaves are made ready before they are written, by the names the house gives that."""
    if isinstance(node, ast.FunctionDef):
        return node.name in ("_leaf", "leaf", "offered") or "tuple[str, str, " in ast.unparse(
            node.returns or node
        )
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in (
        "leaves",
        "told",
        "listed",
        "rows",
    )


def spelt(node: ast.expr, names: dict[str, ast.expr]) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from spelt(node.body, names)
        yield from spelt(node.orelse, names)
    elif isinstance(node, ast.Name) and node.id in names:
        yield from spelt(names[node.id], names)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if KIND.fullmatch(node.value):
            yield node.value
    elif isinstance(node, ast.JoinedStr | ast.BinOp):
        yield from put_together(node)


def put_together(node: ast.expr) -> Iterator[str]:
    parts = [
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    form = f"*{parts[0]}" if parts[:1] and parts[0].startswith(".") else "".join(parts)
    yield from [
        form.replace("*", one) if form.startswith("*") else form + one for one in OPEN.get(form, ["?"])
    ]
