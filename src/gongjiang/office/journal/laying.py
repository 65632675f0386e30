"""An operation of migrations: guards are laid without drawing up any model."""

from collections.abc import Callable, Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from gongjiang.office.journal.guarding import lay


class LayGuards(Operation):
    """Those of the statements that do not stand yet (office/journal/guarding.py)."""

    reversible = False

    def __init__(self, statements: Callable[[str], Iterator[str]]) -> None:
        self.statements = statements

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        lay(schema_editor.connection, self.statements)
