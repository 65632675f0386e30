"""Money in capital figures, as vouchers and payment notices write it."""

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")
GROUP = 10_000
LARGEST = GROUP ** len(GROUPS) * 100 - 1


def capital(fen: int) -> str:
    """An amount in fen in capital figures: 30000000 -> 叁拾万元整.

    Raises ValueError for a negative amount or one of 10^16 yuan and more. Source: the rules for filling in
    bills, annex to the Measures for Payment and Settlement (1997).
    """
    if not 0 <= fen <= LARGEST:
        raise ValueError("an amount in capital figures lies between 0 and 10^16 yuan")
    yuan, rest = divmod(fen, 100)
    whole = f"{whole_number(yuan)}元" if yuan else ""
    return whole + small_change(*divmod(rest, 10), after_yuan=yuan > 0) or "零元整"


def whole_number(number: int) -> str:
    """A positive whole number in capital figures."""
    groups = [number // GROUP**power % GROUP for power in range(len(GROUPS))]
    text, gap = "", False
    for power in reversed(range(len(GROUPS))):
        value = groups[power]
        if value:
            text += ("零" if text and (gap or value < GROUP // 10) else "") + four_digits(value)
            text += unit(power, groups)
        gap = value == 0
    return text


def unit(power: int, groups: list[int]) -> str:
    """The group's unit; 万亿 is said only once when the 亿 group is not empty."""
    return "万" if power == 3 and groups[2] else GROUPS[power]


def four_digits(number: int) -> str:
    """1 to 9999, without leading zeros."""
    text = ""
    for place in reversed(range(len(PLACES))):
        digit = number // 10**place % 10
        if digit:
            text += DIGITS[digit] + PLACES[place]
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零")


def small_change(jiao: int, fen: int, after_yuan: bool) -> str:
    """角 and 分; 整 closes an amount that ends before 分."""
    if not jiao and not fen:
        return "整" if after_yuan else ""
    if not fen:
        return f"{DIGITS[jiao]}角整"
    gap = "零" if after_yuan else ""
    return (f"{DIGITS[jiao]}角" if jiao else gap) + f"{DIGITS[fen]}分"
