"""What a browser calls itself, as people know it."""

from django import template

register = template.Library()
BROWSERS = {
    "MicroMessenger": "微信 WeChat",
    "DingTalk": "钉钉 DingTalk",
    "Edg": "Edge",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
"""By the sign it sends, the more particular before what it also calls itself."""
SYSTEMS = {
    "HarmonyOS": "HarmonyOS",
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS X": "macOS",
    "Linux": "Linux",
}
LONGEST = 60


@register.filter
def browser(sent: str) -> str:
    """The browser and the system; of one that is not known the beginning of what it sent."""
    found = (known_as(sent, BROWSERS), known_as(sent, SYSTEMS))
    return " · ".join(filter(None, found)) or sent[:LONGEST]


def known_as(sent: str, known: dict[str, str]) -> str:
    return next((said for sign, said in known.items() if sign in sent), "")
