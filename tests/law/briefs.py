"""Cases made up for the procedures: one that lacks nothing, and any that may be."""

from datetime import date

from hypothesis import strategies as st

from gongjiang.law.effect import Pay
from gongjiang.law.procedure import Brief
from gongjiang.law.rule import Finding, Verdict
from gongjiang.law.standing import (
    Actor,
    Choice,
    Determined,
    Marks,
    Notice,
    Post,
    Quota,
    Referral,
    Resolution,
    Vetoes,
    Visit,
    Window,
)
from gongjiang.law.terms import Fund, Role, State
from gongjiang.law.words import Words

DAY = date(2024, 6, 3)
FIGURES = {"pass_mark": 60, "remedy_months": 3, "cap": 1_000, "bounces": 2, "service_days": 10}


def brief(**known) -> Brief:
    held = {"state": State.DRAFT, "person": 9, "today": DAY, "employer": 3, "body": 5}
    return Brief(**held | known)


def ready(state: State, **known) -> Brief:
    """Everything a case may need is there."""
    title_and_sum = (Pay(1, Fund.TALENT, "1.1"),)
    held = {
        "state": state,
        "evidence": frozenset({"letter", "internal_notice", "service", "plan", "completion", "inspection",
                               "support", "material", "review", "consent"}),
        "facts": {"members": ["学员"], "goals": ["目标"], "services": ["服务"]},
        "grades": {"acceptance": (80,), "yearly": (80,)},
        "referral": Referral("police", DAY),
        "figures": FIGURES,
        "quota": Quota(2, 0),
        "marks": Marks(seated=True, closed=True, quorum=True),
        "visit": Visit(inspectors=2, conclusion="pass"),
        "choice": Choice(shortlisted=True, selected=True),
        "notice": Notice(date(2024, 6, 2)),
        "resolution": Resolution("文", DAY, listed=True, equal=True),
        "account": True,
        "grants": title_and_sum,
        "sent": {
            "reason": "理由", "rank": 1, "opinion": "同意", "items": [("a", "b")], "answers": ["已补"],
            "rule": "open", "verdict": "pass", "document": "文", "score": "80", "sum": 100, "stars": "5",
            "department": "police", "how": "done", "outcome": "won", "remark": "说明",
        },
    }  # fmt: skip
    return brief(**held | known)


def hand(role: Role) -> Actor:
    """Somebody who wears just this role on the case."""
    if role is Role.NOMINEE:
        return Actor(9, 9)
    return Actor(20, 20, (Post(role, organisation=3, body=5, department="police"),))


SAID = Words("情形", "a matter")
FINDINGS = st.lists(
    st.builds(Finding, st.just("open"), st.just("1.1"), st.just(SAID), st.sampled_from(Verdict), st.just(())),
    max_size=3,
).map(tuple)
COUNT = st.integers(0, 1)
HANDS = st.dictionaries(st.sampled_from(Role), st.frozensets(st.integers(1, 3), max_size=2), max_size=3)
SENT = st.fixed_dictionaries(
    {},
    optional={
        "reason": st.sampled_from(["", "理由"]),
        "rank": COUNT,
        "opinion": st.just("同意"),
        "items": st.just([("a", "b")]),
        "answers": st.just(["已补"]),
        "rule": st.sampled_from(["open", "other"]),
        "verdict": st.just("pass"),
        "score": st.sampled_from(["0", "59", "100"]),
        "sum": st.sampled_from([1, 1_000, 1_001]),
        "department": st.just("police"),
        "how": st.just("done"),
        "outcome": st.sampled_from(["won", "lost"]),
        "stars": st.just("5"),
        "document": st.just("文"),
        "remark": st.just("说明"),
    },
)
BRIEFS = st.builds(
    Brief,
    state=st.sampled_from(State),
    person=st.just(9),
    today=st.just(DAY),
    employer=st.just(3),
    body=st.just(5),
    evidence=st.frozensets(st.sampled_from(["letter", "internal_notice", "plan", "support", "consent"])),
    grades=st.dictionaries(
        st.sampled_from(["acceptance", "yearly"]), st.lists(st.integers(0, 100), max_size=3).map(tuple)
    ),
    referral=st.builds(Referral, st.sampled_from(["", "police"]), st.none(), st.integers(0, 3)),
    figures=st.just(FIGURES),
    hands=HANDS,
    determined=st.lists(
        st.builds(Determined, st.just("open"), st.just("pass"), st.booleans(), COUNT), max_size=2
    ).map(tuple),
    corrections=COUNT,
    rank_taken=st.frozensets(COUNT),
    window=st.none() | st.builds(Window, st.dates(DAY, DAY), st.dates(date(2024, 6, 1), date(2024, 6, 9))),
    quota=st.none() | st.builds(Quota, COUNT, COUNT),
    vetoes=st.builds(Vetoes, COUNT, COUNT, COUNT, st.sampled_from([(), (SAID,)])),
    marks=st.builds(Marks, st.booleans(), st.booleans(), st.booleans()),
    visit=st.builds(Visit, st.integers(0, 3), st.sampled_from(["", "pass", "fail"]), COUNT),
    choice=st.builds(Choice, st.none() | st.booleans(), st.none() | st.booleans()),
    notice=st.builds(
        Notice, st.none() | st.dates(date(2024, 6, 1), date(2024, 6, 5)), st.booleans(), st.booleans()
    ),
    resolution=st.builds(
        Resolution, st.sampled_from(["", "文"]), st.none() | st.just(DAY), st.booleans(), st.booleans()
    ),
    account=st.booleans(),
    missing=st.sampled_from([(), (SAID,)]),
    findings=FINDINGS,
    grants=st.just((Pay(1, Fund.TALENT, "1.1"),)),
    sent=SENT,
)
ACTORS = st.builds(
    Actor,
    st.integers(0, 3),
    st.sampled_from([1, 2, 3, 9, None]),
    st.lists(st.builds(Post, st.sampled_from(Role), st.just(3), st.just(5)), max_size=3).map(tuple),
)
