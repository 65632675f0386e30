"""An expected no, with the reason for the person who asked."""

from gongjiang.law.words import Words


class Refused(Exception):
    """Nothing has changed. The words are for people."""

    def __init__(self, said: Words) -> None:
        super().__init__(f"{said.zh} / {said.en}")
        self.said = said


def refuse(zh: str, en: str) -> Refused:
    return Refused(Words(zh, en))
