"""The skill level as people write it: by name, by printed grade, or both; both must agree."""

import re
import unicodedata

from gongjiang.law.terms import SkillLevel as L
from gongjiang.law.words import Problem, Words

NAMES = {
    "首席技师": L.CHIEF_TECHNICIAN,
    "特级技师": L.SPECIAL_TECHNICIAN,
    "高级技师": L.SENIOR_TECHNICIAN,
    "技师": L.TECHNICIAN,
    "高级工": L.SENIOR_WORKER,
    "中级工": L.INTERMEDIATE_WORKER,
    "初级工": L.JUNIOR_WORKER,
    "学徒工": L.APPRENTICE,
}
GRADES = {
    "一": L.SENIOR_TECHNICIAN,
    "二": L.TECHNICIAN,
    "三": L.SENIOR_WORKER,
    "四": L.INTERMEDIATE_WORKER,
    "五": L.JUNIOR_WORKER,
} | {
    str(n): level
    for n, level in enumerate(
        (L.SENIOR_TECHNICIAN, L.TECHNICIAN, L.SENIOR_WORKER, L.INTERMEDIATE_WORKER, L.JUNIOR_WORKER), start=1
    )
}
GRADE = re.compile(r"([一二三四五12345])级")


def level_of(printed: str) -> L | Problem:
    """高级技师、高级技师(一级)、一级/高级技师、职业技能等级一级 … or why it is none."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", printed))
    grade = GRADE.search(plain)
    named = next((level for name, level in NAMES.items() if name in plain), None)
    graded = GRADES[grade[1]] if grade else None
    if named and graded and named is not graded and named not in (L.CHIEF_TECHNICIAN, L.SPECIAL_TECHNICIAN):
        return Problem(
            Words(f"“{printed}”的名称与级别不一致", f"“{printed}”: the name and the grade disagree")
        )
    found = named or graded
    return found or Problem(Words(f"“{printed}”不是技能等级", f"“{printed}” is not a skill level"))
