"""What a session open to the public is."""

from gongjiang.law.terms import Term


class SessionKind(Term):
    TRAINING = "training", "公益培训", "training"
    PRACTICE = "practice", "实训", "practice"
    ASSESSMENT = "assessment", "鉴定（评价）", "skill assessment"
    LECTURE = "lecture", "讲堂", "lecture"
