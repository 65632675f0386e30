"""Every bad file and every bomb through the true process: its time, its memory, what comes of it."""

import random
import subprocess
import sys
import zlib
from functools import cache

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongjiang.office.cases.models import Case, Evidence
from gongjiang.web.uploads import BIGGEST
from tests.paper import pdf, picture, stream
from tests.town import Town
from tests.web.bad_others import NAMES
from tests.web.bad_papers import OBJECTS, PAPERS
from tests.web.bad_pictures import KEPT_ANEW, MARK, PICTURES, placed, png

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("demo_clock")]
LONGEST, MOST_MEMORY = 5.0, 300
"""Seconds of a processor, and MB, for one file."""
MEASURED = """
import resource, sys
from pathlib import Path
from gongjiang.web.apart.asking import looked_into
from gongjiang.web.apart.no import NotTakenError
from gongjiang.web.uploads import media_type
body = Path(sys.argv[1]).read_bytes()
try: looked_into(body, media_type(body), 36_000_000); said = "taken"
except NotTakenError as why: said = str(why)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(said, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""


@cache
def swelling(size: int) -> bytes:
    """So many noughts, packed, made without holding them."""
    machine, step = zlib.compressobj(1), b"\0" * 1_000_000
    return b"".join(machine.compress(step) for _ in range(size // len(step))) + machine.flush()


def noisy(side: int) -> bytes:
    """Points by chance, which no packing makes smaller: as large a file as is taken."""
    points = random.Random(7).randbytes(side * side)
    return b"".join(b"\0" + points[n * side : (n + 1) * side] for n in range(side))


def large(mode: str, kind: str, **how: object) -> bytes:
    return picture(kind, (7200, 5000), mode, **how)


def bombs() -> dict[str, tuple[str, bytes]]:
    contents = b"/Filter/FlateDecode"
    side = 3000
    noise = zlib.compress(noisy(side), 1)
    return {
        "the largest photograph": ("taken", large("RGB", "JPEG")),
        "the largest photograph, turned": ("taken", large("RGB", "JPEG", exif=placed(6))),
        "the largest photograph, in parts": ("taken", large("RGB", "JPEG", progressive=True)),
        "the largest picture": ("taken", large("RGB", "PNG")),
        "the largest clear picture, turned": ("taken", large("RGBA", "PNG", exif=placed(6))),
        "a picture by chance": ("taken", png(side, side, noise)),
        "a picture that swells": ("taken", png(90, 60, swelling(1_000_000_000))),
        "one pixel too many": ("pixels", picture("PNG", (6001, 6000), "1")),
        "contents that swell": ("swollen", pdf(more={4: stream(swelling(1_000_000_000), contents)})),
        "contents that swell, many": (
            "swollen",
            pdf(more=dict.fromkeys(range(4, 14), stream(swelling(60_000_000), contents))),
        ),
        "objects that swell": ("acts", pdf(more={4: stream(swelling(900_000_000), OBJECTS + contents)})),
        "a million objects": ("pages", pdf(more=dict.fromkeys(range(4, 140_000), b"null"))),
        "brackets without end": ("unreadable", pdf(more={4: b"[" * 5_000_000})),
        "words without end": ("taken", pdf(page=b"/X(" + b"x" * 9_000_000 + b")")),
        "numbers of letters without end": ("unreadable", pdf(page=b"/X<" + b"41" * 4_500_000 + b">")),
    }


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str, float, int]]:
    """For each file what was expected, what was said, its seconds, its memory in MB."""
    place, told = tmp_path_factory.mktemp("bad") / "file", {}
    kept = {name: ("taken", body) for name, body in KEPT_ANEW.items()}
    for name, (word, body) in {**PAPERS, **PICTURES, **kept, **bombs()}.items():
        assert len(body) <= BIGGEST, name
        place.write_bytes(body)
        command = [sys.executable, "-c", "import django.conf; django.conf.settings.configure()\n" + MEASURED]
        said, seconds, memory = subprocess.run(
            [*command, str(place)], capture_output=True, text=True, check=True
        ).stdout.split()
        told[name] = (word, said, float(seconds), int(memory))
    return told


def test_every_answer_is_the_expected_one(measured: dict[str, tuple[str, str, float, int]]) -> None:
    assert {name: one for name, one in measured.items() if one[0] != one[1]} == {}


def test_no_file_takes_longer_or_more_than_it_may(measured: dict[str, tuple[str, str, float, int]]) -> None:
    slowest, largest = (max(measured.values(), key=lambda one: one[place]) for place in (2, 3))
    print(f"{len(measured)} files; slowest {slowest}; largest {largest}")

    assert (slowest[2] <= LONGEST, largest[3] <= MOST_MEMORY) == (True, True)


def test_what_is_kept_anew_is_an_attachment_to_those_who_see_the_case_alone(town: Town) -> None:
    case: Case = town.nominated(1).cases("nominated")[0]
    officer, strangers = town.client("officer"), [town.client(who) for who in ("expert-E0101", "maker")]
    names = [*("a.png" for _ in KEPT_ANEW), *(name for name in NAMES if name.strip("."))]
    bodies = [*KEPT_ANEW.values(), *(pdf() for _ in names[len(KEPT_ANEW) :])]
    before = Evidence.objects.count()

    for name, body in zip(names, bodies, strict=True):
        sent = {"kind": "letter", "file": SimpleUploadedFile(name, body)}
        officer.post(reverse("desk:upload", args=(case.ref,)), sent)

    assert Evidence.objects.count() - before == len(names)
    for held in Evidence.objects.order_by("pk")[before:]:
        url = reverse("desk:evidence", args=(held.ref,))
        answer = officer.get(url)
        assert MARK not in b"".join(answer.streaming_content)
        answer.close()
        assert answer["Content-Disposition"].startswith("attachment")
        assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-store")
        assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert [one.get(url).status_code for one in strangers] == [404, 404]


def test_the_memory_is_bounded_by_the_limit_and_not_by_luck() -> None:
    """A picture with twice the pixels, were they allowed, does not fit and is refused."""
    body = picture("JPEG", (12_000, 11_000), "RGB")
    limited = MEASURED.replace("36_000_000", "900_000_000")
    limited = limited.replace("Path(sys.argv[1]).read_bytes()", "sys.stdin.buffer.read()")
    command = [sys.executable, "-c", "import django.conf; django.conf.settings.configure()\n" + limited]

    told = subprocess.run(command, input=body, capture_output=True, check=True).stdout.split()

    assert told[0] == b"unreadable"
