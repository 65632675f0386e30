"""宣传: where a story stands, in what medium it is, and what no story may hold."""

import re

from gongjiang.law.terms import Term


class StoryState(Term):
    DRAFT = "draft", "草稿，待本人同意", "draft, waiting for consent"
    CONSENTED = "consented", "本人已同意，待发布", "consented, to be published"
    PUBLISHED = "published", "已发布", "published"
    WITHDRAWN = "withdrawn", "本人已撤回同意", "consent withdrawn"
    DOWN = "down", "已撤下", "taken down"


class Medium(Term):
    WEB = "web", "网络", "web"
    VIDEO = "video", "视频", "video"
    PRINT = "print", "报刊", "print"


PERSONAL = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9}|\d{16,19})(?![\dXx])")
"""Identity numbers, mobile numbers and bank accounts."""


def personal(text: str) -> str:
    """The first number in the text that is somebody's own; empty where there is none."""
    found = PERSONAL.search(text)
    return found[0] if found else ""
