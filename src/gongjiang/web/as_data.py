"""Words as programmes read them."""

from gongjiang.law.words import Words


def both(said: Words) -> dict[str, str]:
    return {"zh": said.zh, "en": said.en}
