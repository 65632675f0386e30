"""The city's own title, amounts and assumption."""

from gongjiang.law.effect import Title
from gongjiang.law.money import yuan
from gongjiang.law.settings import assumption, parameter
from gongjiang.law.words import Words

MASTER = Title("master", Words("江城名匠", "River City Master"), 1, "JCMJ")
FOR_EACH = parameter(
    "for_each",
    "4.2",
    yuan(1_200),
    "每名徒弟补贴",
    "for each apprentice",
    "fen",
    **{"2025-01-01": yuan(1_500)},
)
ENOUGH = assumption(
    "enough", "4.2", 2,
    Words("带多少名徒弟才算“多名”？", "How many apprentices are “several”?"),
    "“多名”按 2 名以上掌握", "“several” is taken as at least 2",
)  # fmt: skip
MASTER_SUM = parameter("master_sum", "4.1", yuan(66_000), "名匠奖励", "reward of masters", "fen")
SETTINGS = (FOR_EACH, ENOUGH, MASTER_SUM)
