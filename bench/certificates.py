"""How long 1,000 certificates take in one process, each a file with its QR code, and how much memory.

Run: python -m bench.certificates [how many]. Nothing is stored: the certificates are made up and never saved.
"""

import os
import resource
import sys
import time
from datetime import date

import django

DAY = date(2026, 11, 25)
BASE = "https://certificates.example.cn"


def main(many: int) -> None:
    from gongjiang.office.honours.paper import certificate_pdf  # noqa: PLC0415

    certificates = made_up(many)
    first = certificate_pdf(certificates[0], BASE)
    before = time.perf_counter()
    sizes = [len(certificate_pdf(one, BASE)) for one in certificates]
    took = time.perf_counter() - before
    assert certificate_pdf(certificates[0], BASE) == first, "the same certificate gave other bytes"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{many} certificates: {took:.1f} s, {took / many * 1000:.1f} ms each, "
          f"peak {peak:.0f} MB, {sum(sizes) / many / 1024:.0f} KB a file")  # fmt: skip


def made_up(many: int) -> list:  # type: ignore[type-arg]
    from gongjiang.office.cases.models import Case  # noqa: PLC0415
    from gongjiang.office.honours.models import Certificate, Honour, Resolution  # noqa: PLC0415
    from gongjiang.plans import plans  # noqa: PLC0415

    plan = plans()[0]
    title, scheme = next(iter(plan.registers.titles)), plan.schemes[0].slug
    decided = Resolution(document="示例政文〔2026〕1号", on=DAY)
    case = Case(scheme=scheme)
    honour = Honour(title=title, resolution=decided, case=case)
    return [
        Certificate(honour=honour, number=f"SAMPLE2026{n:06d}", name="示例工匠", issued_on=DAY)
        for n in range(many)
    ]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongjiang.config.settings")
    django.setup()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
