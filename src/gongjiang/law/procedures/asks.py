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
SCORE = Ask("score", Words("得分（0 至 100）", "score (0 to 100)"), "score")
SUM = Ask("sum", Words("认定金额（元）", "sum recognised (yuan)"), "money")
DEPARTMENT = Ask("department", Words("承办部门", "department"), "department")
HOW = Ask("how", Words("办理结果", "what was done"), "how")
OUTCOME = Ask("outcome", Words("评选结果", "outcome"), "outcome")
STARS = Ask("stars", Words("满意度（1 至 5）", "satisfaction (1 to 5)"), "stars")
REMARK = Ask("remark", Words("说明", "remarks"), "reason")
