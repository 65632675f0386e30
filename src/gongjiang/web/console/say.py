"""How the console answers: JSON on request, otherwise words; faults to standard error."""

import json
import sys
from typing import Any

from gongjiang.law.words import Words


def as_json(value: Any) -> int:
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))
    return 0


def fault(said: Words, code: int = 1) -> int:
    print(f"{said.zh}\n{said.en}", file=sys.stderr)
    return code
