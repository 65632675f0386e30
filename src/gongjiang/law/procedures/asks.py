"""What a person sends along with a step."""

from gongjiang.law.procedure import Ask
from gongjiang.law.words import Words

REASON = Ask("reason", Words("理由", "reason"), "reason")
RANK = Ask("rank", Words("排序", "rank in the body's list"), "rank")
OPINION = Ask("opinion", Words("推荐意见", "opinion"), "line")
ITEMS = Ask("items", Words("补正事项", "items to correct"), "items")
ANSWERS = Ask("answers", Words("补正说明", "what was corrected"), "answers")
DOCUMENT = Ask("document", Words("审批文号", "document number of the approval"), "line")
RULE = Ask("rule", Words("认定事项", "the open finding"), "rule")
VERDICT = Ask("verdict", Words("认定结论", "your finding"), "verdict")
