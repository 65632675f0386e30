"""Whatever is handed in, every reader answers: it takes it, or refuses it in words. Nothing else happens."""

import os
import time
from pathlib import Path
from random import Random

import pytest

from tests.reliability.mutating import mutated
from tests.reliability.readers import READERS, SAID, Reader

FEW, MANY, PATIENCE = 40, 4_000, 20.0
EACH = pytest.mark.parametrize("name", READERS)
SEED = os.environ.get("GONGJIANG_FUZZ_SEED", "")


def tried(reader: Reader, name: str, many: int, folder: Path, seed: str) -> list[str]:
    """What went otherwise than it may, by the number of the file that brought it about."""
    held, wrong = list(reader.held()), []
    for number in range(max(2, many // reader.slow)):
        dice = Random(f"{seed} {name} {number}")
        body = reader.made(dice) if reader.made and number % 2 else mutated(held, dice)
        began = time.monotonic()
        try:
            reader.read(body, folder)
        except SAID:
            pass
        except BaseException as fault:  # noqa: BLE001 - a panic of a library is no Exception
            if isinstance(fault, KeyboardInterrupt):
                raise
            wrong.append(f"{number}: {type(fault).__name__}: {str(fault)[:120]}")
        if time.monotonic() - began > PATIENCE:
            wrong.append(f"{number}: took {time.monotonic() - began:.0f} s")
    return wrong


@EACH
def test_what_is_whole_is_taken(name, tmp_path):
    """Negative control: the files that are made wrong are right before."""
    for body in READERS[name].held():
        assert READERS[name].read(body, tmp_path)


@EACH
def test_what_is_wrong_by_chance_is_taken_or_refused_in_words(name, tmp_path):
    assert tried(READERS[name], name, FEW, tmp_path, SEED or "every day") == []


@pytest.mark.long
@EACH
def test_so_is_every_one_of_thousands(name, tmp_path):
    assert tried(READERS[name], name, MANY, tmp_path, SEED or "at length") == []


def test_a_reader_that_stumbles_is_found(tmp_path):
    """Negative control."""
    stumbling = Reader(lambda: [b"1,2,3"], lambda body, _folder: [int(one) for one in body.split(b",")])

    assert len(tried(stumbling, "stumbling", FEW, tmp_path, "control")) > FEW / 4
