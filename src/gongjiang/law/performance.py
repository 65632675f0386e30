"""资金绩效评价: what an evaluation advises for the next year. The budget is decided elsewhere."""

from gongjiang.law.terms import Term


class Advice(Term):
    KEEP = "keep", "维持", "keep"
    RAISE = "raise", "增加", "raise"
    LOWER = "lower", "压减", "lower"
    STOP = "stop", "停止安排", "stop"
