"""Any bit of any row or file that matters: whoever flips it past the house is found, and the row is named."""

import json
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import Model

from gongjiang.office.cases.models import Case, Evidence, SignedRuling
from gongjiang.office.clerk import ruling
from gongjiang.office.clerk.adopting import adopt_rows
from gongjiang.office.clerk.evidence import Document, add_evidence
from gongjiang.office.clerk.papers import give_certificate
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.seating import recuse
from gongjiang.office.clerk.tracing import strayed
from gongjiang.office.honours.models import Certificate
from gongjiang.office.journal.models import Leaf, record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.registry.files import EVIDENCE, keep
from gongjiang.office.registry.models import Expert, Posting
from gongjiang.office.review.models import Draw, Photo, Seat, Visit
from gongjiang.plans import plans
from gongjiang.web.demo.walking import Walk
from tests import append_only
from tests.reliability.edits import TABLES, SaysTheSame, chosen, flip, names_of, rows, undone
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
FEW, MANY = 80, 10_000
NOW = datetime(2026, 6, 1, tzinfo=UTC)
PAPER = b"%PDF-1.7 a letter"


@pytest.fixture
def whole(town: Town) -> Town:
    """A round to its end with a paper printed, a document sent in and a question of the plan answered."""
    walk = town.walked("rewarded", many=2, places=1)
    give_certificate(Certificate.objects.get(), "https://example.org", walk.now)
    told = ("long_service", "5", walk.day, "王审定", "示例纪要")
    held = ruling.prepare_ruling(plans()[0], *told, walk.who("officer"), walk.now)
    ruling.sign(held, True, walk.who("government"), walk.now)
    stored, sha256 = keep(EVIDENCE, PAPER)
    case = town.nominated(1, code="T2").cases("nominated")[0]
    document = Document("letter", "函.pdf", "application/pdf", len(PAPER), sha256, stored)
    add_evidence(case, document, walk.who("officer"), walk.now)
    _photographed(document, walk)
    seat = Seat.objects.select_related("expert").order_by("pk")[0]
    recuse(seat, case, "师徒关系", walk.who(f"expert-{seat.expert.number}"), walk.now)
    assert (strayed(), first_fault()) == ([], None)
    assert [model.__name__ for model in TABLES if not rows(model).exists()] == []
    return town


def _photographed(document: Document, walk: Walk) -> None:
    """The visits of the round are over: a photo of one, as it would have been added."""
    told = {name: value for name, value in asdict(document).items() if name not in ("kind", "sent", "stored")}
    visit, by = Visit.objects.order_by("pk")[0], walk.cast.users["inspector1"]
    made = Photo.objects.create(visit=visit, caption="机床前", stored="", by=by, at=walk.now.at, **told)
    record("visit.photo", visit.ref, of_rows(wrote(Photo.objects.filter(pk=made.pk))), walk.now.at)


def edits(dice: Random, many: int) -> tuple[list[str], Counter[str]]:
    """Those of so many edits that nobody noticed, or that were called something else."""
    unseen, tried = [], Counter[str]()
    while tried.total() < many:
        model, key, column = chosen(dice)
        names = names_of(model, key)
        with undone():
            try:
                flip(model, key, column, dice)
            except SaysTheSame:
                continue
            if names.isdisjoint(strayed()):
                unseen.append(f"{model._meta.db_table}.{column} {key}")
        tried[model._meta.db_table] += 1
    return unseen, tried


def test_a_bit_of_any_row_is_found_and_the_row_is_named(whole: Town) -> None:
    with append_only.lifted():
        unseen, tried = edits(Random(17), FEW)

    assert sorted(set(unseen)) == []
    assert len(tried) > 10
    assert strayed() == []


@pytest.mark.long
def test_ten_thousand_bits_of_rows_are_all_found_and_named(whole: Town) -> None:
    with append_only.lifted():
        unseen, tried = edits(Random(20261126), MANY)

    print(tried)
    assert sorted(set(unseen)) == []
    assert set(tried) == {model._meta.db_table for model in TABLES}
    assert min(tried.values()) > MANY // 50


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps no text that is none")
def test_a_byte_of_a_leaf_that_makes_it_no_text_is_found_and_the_leaf_is_named(whole: Town) -> None:
    with append_only.lifted():
        for seq, column in ((9, "body"), (12, "kind"), (4, "at")):
            with undone(), connection.cursor() as cursor:
                broken = f"CAST(x'ff' || CAST({column} AS BLOB) AS TEXT)"
                cursor.execute(f"UPDATE journal_leaf SET {column} = {broken} WHERE seq = %s", [seq])
                assert first_fault() == seq


def taken(model: type[Model]) -> bool:
    """Whether a row that is taken away is missed, by its name."""
    key = rows(model).order_by("pk").values_list("pk", flat=True)[0]
    names, table = names_of(model, key), model._meta.db_table
    with undone(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(f'DELETE FROM "{table}" WHERE "{model._meta.pk.column}" = %s', [key])
        return not names.isdisjoint(strayed())


def test_a_row_that_is_taken_away_is_named(whole: Town) -> None:
    with append_only.lifted():
        assert [model._meta.db_table for model in TABLES if not taken(model)] == []


def test_a_role_a_ruling_or_a_place_that_somebody_put_in_is_named(whole: Town) -> None:
    for model, other in ((Posting, {"role": "auditor"}), (SignedRuling, {"key": "x"}), (Seat, {"ref": "x"})):
        row = model.objects.order_by("pk")[0]
        row.pk, row._state.adding = row.pk + 10_000, True
        for name, value in other.items():
            setattr(row, name, value)
        if isinstance(row, Seat):
            row.expert = Expert.objects.exclude(seats__panel=row.panel)[0]
        with undone():
            row.save()
            assert strayed() == [f"{model._meta.db_table} {row.pk}"]


def test_a_document_of_which_a_bit_was_flipped_or_that_is_gone_is_named(whole: Town) -> None:
    stored = Evidence.objects.get(name="函.pdf").stored
    path, dice = Path(settings.HOME) / EVIDENCE / stored, Random(3)
    body = path.read_bytes()

    for _ in range(60):
        place = dice.randrange(len(body))
        path.write_bytes(body[:place] + bytes([body[place] ^ 1 << dice.randrange(8)]) + body[place + 1 :])
        assert strayed() == [f"file {stored}"]
    path.unlink()
    assert strayed() == [f"file {stored}"]
    path.write_bytes(body)
    assert strayed() == []


def test_a_secret_of_a_draw_that_was_altered_is_named_and_one_sealed_anew_is_not(whole: Town) -> None:
    draw = Draw.objects.order_by("pk")[0]
    secret, sealed = draw.secret, bytes(draw.secret_sealed)

    with append_only.lifted(), undone():
        Draw.objects.filter(pk=draw.pk).update(secret_sealed=sealed[:-1] + bytes([sealed[-1] ^ 1]))
        assert strayed() == [f"review_draw {draw.pk}"]
    draw.secret = secret
    draw.save(update_fields=["secret_sealed"])
    assert bytes(draw.secret_sealed) != sealed
    assert strayed() == []


def test_a_case_that_is_not_where_its_steps_led_is_named(whole: Town) -> None:
    case = Case.objects.filter(events__isnull=False).order_by("pk")[0]
    Case.objects.filter(pk=case.pk).update(state="granted")

    assert strayed() == [f"case {case.number}"]


def test_rows_that_no_leaf_tells_of_are_taken_in_and_edited_ones_stay_named(
    whole: Town,
) -> None:
    user = Posting.objects.order_by("pk")[0].user
    Posting.objects.create(user=user, role="auditor", since=TODAY)
    edited = Posting.objects.order_by("pk")[0]
    Posting.objects.filter(pk=edited.pk).update(until=TODAY)

    with pytest.raises(Refused, match="原因"):
        adopt_rows(" ", NOW)
    assert adopt_rows("由旧版本升级", NOW) == 1

    assert strayed() == [f"registry_posting {edited.pk}"]
    told = json.loads(Leaf.objects.latest("seq").body)
    assert (told["reason"], len(told["rows"]["registry_posting"][1])) == ("由旧版本升级", 1)
    assert adopt_rows("再来一次", NOW) == 0
