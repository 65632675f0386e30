"""Whether the tables of a house can be brought to this version: said before anything is touched."""

from gongjiang.law.words import Words

TOO_OLD = Words(
    "本库停留在更早的版本：请先用上一版本启动一次，再用本版本启动",
    "This house stands at an earlier version: start it once with the version before this one, then with this",
)
NEWER = Words(
    "本库由更新的版本使用过：请用该版本启动", "A later version has used this house: start it with that"
)


def unfit() -> Words | None:
    """Steps that were joined into one must all have been taken, or none; no step may be unknown here."""
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415

    taken = set(MigrationRecorder(connection).applied_migrations())
    steps = MigrationLoader(None).disk_migrations
    joined = [set(step.replaces) for step in steps.values() if step.replaces]
    if any(old & taken and not old <= taken for old in joined):
        return TOO_OLD
    return NEWER if taken - set(steps) - set().union(*joined) else None
