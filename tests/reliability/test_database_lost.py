"""PostgreSQL ends the connection in the middle of a request, at one statement after the other: what was asked
is done whole or not at all, whoever asked is told that the database was away, and the next request goes on.

Run as a module, this file is the house at work: it ends its own connection where it is told to.
"""

import json
import sys
from typing import Any

import psycopg
import pytest

from tests.ledger_ground import SERVER

ME = "tests.reliability.test_database_lost"


def drill(tmp_path, each: int) -> list[dict[str, Any]]:
    from tests.ledger_ground import ground

    with ground(tmp_path / "home") as place:
        assert place.run("tests.reliability.crowd", "prepare", "ask") == (0, "")
        code, said = place.run(ME, str(each))
    assert code == 0, said
    return [json.loads(line) for line in said.splitlines()]


def judged(told: list[dict[str, Any]]) -> None:
    """Every cut: nothing of it is there, 503; and after the last one, all of it."""
    *cut, last = told
    assert {line["status"] for line in cut} == {503}
    assert [line for line in cut if line["after"] != line["before"]] == []
    assert max(line["back"] for line in cut) < 5
    assert (last["status"], last["after"] != last["before"]) == (302, True)


@pytest.mark.both
@pytest.mark.skipif(not SERVER, reason="SQLite has no connection to lose")
def test_a_connection_that_is_lost_takes_nothing_half_done_with_it(tmp_path):
    judged(drill(tmp_path, each=9))


@pytest.mark.both
@pytest.mark.long
@pytest.mark.skipif(not SERVER, reason="SQLite has no connection to lose")
def test_a_connection_lost_at_every_statement_takes_nothing_half_done_with_it(tmp_path):
    told = drill(tmp_path, each=1)

    print(len(told), "points")
    judged(told)


def test_what_was_half_done_would_be_seen():
    cut = {"status": 503, "before": "1", "after": "2", "back": 0.1}
    whole = {"status": 302, "before": "1", "after": "2", "back": 0.1}

    with pytest.raises(AssertionError):
        judged([cut, whole])
    judged([{**cut, "after": "1"}, whole])


BESIDE = ('"cache"', "SAVEPOINT", 'UPDATE "django_session"')
"""How often somebody acts is counted as well as can be: a count lost with its connection stops no act. What a
session learns is written when all is done (tests/web/test_database_away.py).
"""


class Striking:
    """Ends this process's own connection, by another one, just before the statement of this number; before
    those that stand beside the act it never does.
    """

    def __init__(self, number: int) -> None:
        self.left, self.struck = number, False

    def __call__(self, execute, sql, params, many, context):
        from django.db import connection

        self.left -= not any(sign in sql for sign in BESIDE)
        if self.left == 0 and not self.struck:
            self.struck = True
            held = connection.settings_dict
            pid = connection.connection.info.backend_pid
            with psycopg.connect(
                dbname=held["NAME"], user=held["USER"], host=held["HOST"], port=held["PORT"] or None,
                password=held["PASSWORD"] or None, autocommit=True,
            ) as other:  # fmt: skip
                other.execute("SELECT pg_terminate_backend(%s)", [pid])
        return execute(sql, params, many, context)


def stands() -> str:
    """All that the act could have changed, and whether the record holds."""
    from gongjiang.office.cases.models import Case, Event, Veto
    from gongjiang.office.journal.models import Head, Leaf
    from gongjiang.office.journal.verifying import first_fault
    from gongjiang.office.post.models import Letter

    assert first_fault() is None
    counts = [model.objects.count() for model in (Event, Leaf, Veto, Letter)]
    states = list(Case.objects.order_by("pk").values_list("state", "version"))
    return repr((counts, states, Head.objects.get().size))


def struck(client, url: str, sent: dict[str, Any], number: int) -> dict[str, Any]:
    import time

    from django.db import close_old_connections, connection

    striking, before = Striking(number), stands()
    with connection.execute_wrapper(striking):
        answer = client.post(url, sent)
    close_old_connections()
    begun = time.monotonic()
    after = stands()
    return {"status": answer.status_code, "struck": striking.struck, "before": before, "after": after,
            "back": time.monotonic() - begun}  # fmt: skip


def work(each: int) -> None:
    import logging

    from django.conf import settings
    from django.test import Client
    from django.test.utils import setup_test_environment
    from django.urls import reverse

    from tests.reliability.crowd import first_case, walk

    settings.DEMO = True
    logging.disable()
    setup_test_environment()
    users, case = walk().cast.users, first_case()
    client = Client(raise_request_exception=False)
    client.force_login(users["officer"])
    url, number = reverse("desk:step", args=(case.ref, "reject")), 1
    while True:
        told = struck(client, url, {"reason": "不符合条件", "version": case.version}, number)
        print(json.dumps(told), flush=True)
        if not told["struck"]:
            return
        number += each


if __name__ == "__main__":
    import django

    django.setup()
    work(int(sys.argv[1]))
