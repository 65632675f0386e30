"""A workbook of a few bytes that would fill the machine is refused in words, before it is opened."""

import io
import zipfile
import zlib
from pathlib import Path

import pytest
import xlsxwriter

from gongjiang.law.words import Problem
from gongjiang.office.registry.sheets import swollen as limits
from gongjiang.office.registry.sheets.holding import grids
from gongjiang.office.registry.sheets.nomination_columns import COLUMNS
from gongjiang.office.registry.sheets.reading import read_sheet
from gongjiang.office.registry.sheets.swollen import swollen


def book(**written: object) -> bytes:
    """One sheet, with something in each of these cells."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        for place, value in written.items():
            sheet.write(place, value)
    return held.getvalue()


def with_part(data: bytes, name: str, body: bytes) -> bytes:
    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, body)
    return held.getvalue()


@pytest.mark.parametrize("far", ["XFD1048576", "XFD2000", "AA800000"])
def test_a_cell_that_no_machine_reaches_is_refused_before_it_is_opened(far: str) -> None:
    data = book(A1="姓名", **{far: "x"})

    told = read_sheet(data, COLUMNS)

    assert len(data) < 10_000
    assert isinstance(told, Problem)
    assert "读不出表格" in told.said.zh


def test_the_other_way_of_writing_it_helps_nobody() -> None:
    held, fresh = zipfile.ZipFile(io.BytesIO(book(A1="x", XFD1048576="y"))), io.BytesIO()
    with zipfile.ZipFile(fresh, "w") as made:
        for name in held.namelist():
            made.writestr(name, held.read(name).replace(b'r="XFD1048576"', b"r = 'XFD1048576'"))

    assert swollen(fresh.getvalue())


def test_what_would_unpack_to_too_much_or_is_another_kind_of_book_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small = book(A1="x")
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("content.xml", "<office/>")

    monkeypatch.setattr(limits, "BYTES", 100_000)
    assert not swollen(small)
    assert swollen(with_part(small, "xl/media/a", b"\0" * (limits.BYTES + 1)))
    assert swollen(empty.getvalue())
    assert swollen(small[:-30])


@pytest.mark.parametrize("far", ["Z99999", "AZ190000", "B384000"])
def test_a_large_sheet_that_somebody_may_well_have_is_opened(far: str) -> None:
    assert not swollen(book(A1="x", **{far: "y"}))


def test_an_entity_of_a_workbook_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("what-nobody-may-read")
    named = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/kept"><!ENTITY f "inner">]>'
    held, fresh = zipfile.ZipFile(io.BytesIO(book(A1="first", A2="second"))), io.BytesIO()
    with zipfile.ZipFile(fresh, "w") as made:
        for name in held.namelist():
            body = held.read(name).decode().replace("?>", f"?>{named}", 1).replace("second", "&e;&f;")
            made.writestr(name, body)

    told = grids(fresh.getvalue(), len)

    assert "what-nobody-may-read" not in str(told)
    assert "inner" not in str(told)
    assert "second" in str(grids(book(A1="first", A2="second"), len))


def test_a_size_that_the_archive_states_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BYTES", 100_000)
    body, held = b"\0" * 1_000_000, io.BytesIO(book(A1="x"))
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/media/a", body)
        told = made.getinfo("xl/media/a")
        told.file_size, told.CRC = 10, zlib.crc32(body[:10])
    lying = held.getvalue()

    with zipfile.ZipFile(io.BytesIO(lying)) as shown:
        assert sum(one.file_size for one in shown.infolist()) < limits.BYTES
    assert swollen(lying)
