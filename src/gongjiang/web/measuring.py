"""How many requests, with what outcome, how fast: counted in each process, of no address and no person."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from threading import Lock

from django.http import HttpRequest, HttpResponse

BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_counted, _within, _took, _lock = Counter[str](), Counter[float](), [0.0], Lock()
_bounded = Counter[str]()


class Measured:
    """Outermost, so that what others refuse is counted too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        answer = self.get_response(request)
        took = time.perf_counter() - began
        with _lock:
            _counted[f"{answer.status_code // 100}xx"] += 1
            _took[0] += took
            _within.update(bound for bound in BOUNDS if took <= bound)
        return answer


def bounded(kind: str) -> None:
    """One more that was not taken because there had been so many."""
    with _lock:
        _bounded[kind] += 1


def told() -> Iterator[str]:
    """In Prometheus' text; a process answers for itself, and its number tells it from the others."""
    mine = f'pid="{os.getpid()}"'
    with _lock:
        counted, within, took, bounds = dict(_counted), dict(_within), _took[0], dict(_bounded)
    yield "# TYPE gongjiang_requests_total counter"
    yield from (
        f'gongjiang_requests_total{{status="{one}",{mine}}} {n}' for one, n in sorted(counted.items())
    )
    yield "# TYPE gongjiang_request_seconds histogram"
    for bound in BOUNDS:
        yield f'gongjiang_request_seconds_bucket{{le="{bound}",{mine}}} {within.get(bound, 0)}'
    yield f'gongjiang_request_seconds_bucket{{le="+Inf",{mine}}} {sum(counted.values())}'
    yield f"gongjiang_request_seconds_sum{{{mine}}} {took:.6f}"
    yield f"gongjiang_request_seconds_count{{{mine}}} {sum(counted.values())}"
    yield "# TYPE gongjiang_bounded_total counter"
    yield from (f'gongjiang_bounded_total{{kind="{one}",{mine}}} {n}' for one, n in sorted(bounds.items()))
