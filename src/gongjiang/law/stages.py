"""At which stage of a case a score is given."""

from gongjiang.law.terms import Term


class ScoreStage(Term):
    INSPECTION = "inspection", "实地考察", "inspection"
    COURSE = "course", "课程评审", "course review"
    MIDTERM = "midterm", "中期检查", "half-way inspection"
    ACCEPTANCE = "acceptance", "验收", "acceptance"
    YEARLY = "yearly", "年度评估", "yearly assessment"
