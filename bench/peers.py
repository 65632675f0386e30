"""The selection of craftsmen as somebody would write it by hand: for one person, and as one Polars query."""

from datetime import date
from typing import Any

import polars as pl

HIGH = {"senior_technician", "special_technician", "chief_technician"}
CITY = {"city", "province", "nation"}
MEDALS = {"gold", "silver", "bronze"}
YEARS = 10
RULES = {
    "employer_in_city": ("在本市社会经济组织工作", "works for an organisation in the city"),
    "level": ("具有高级技师以上等级", "senior technician or above"),
    "front_line": ("现仍在技能操作一线", "still on the front line"),
    "front_line_years": ("长期在技能操作一线", "long front-line service"),
    "honour": ("获省市技术能手等以上荣誉", "an honour of the city or above"),
    "not_titled_before": ("尚未获评武汉工匠", "not yet a craftsman"),
}
VERDICTS = {True: ("符合", "met"), False: ("不符合", "not met"), None: ("待认定", "needs a person")}


def decided(person: dict[str, Any], day: date) -> tuple[str, list[tuple[str, str]]]:
    """The outcome, and a sentence for every rule in both languages."""
    truths = (
        person["employer_in_city"],
        None if person["skill_level"] is None else person["skill_level"] in HIGH,
        person["front_line"],
        long_service(person, day),
        any(held["level"] in CITY and held["skilled"] for held in person["honours"]),
        None if any(held["title"] == "craftsman" for held in person["titles_held"]) else True,
    )
    outcome = "not_eligible" if False in truths else "needs_person" if None in truths else "eligible"
    return outcome, [said(*pair, person) for pair in zip(RULES, truths, strict=True)]


def long_service(person: dict[str, Any], day: date) -> bool | None:
    """Ten years are the shipped default: until it is signed, nobody is refused by it."""
    since = person["front_line_since"]
    served = since and day.year - since.year - ((day.month, day.day) < (since.month, since.day)) >= YEARS
    waived = {waives(result) for result in person["contest_results"]}
    return True if served or True in waived else None


def waives(result: dict[str, Any]) -> bool | None:
    """A place that the register does not show is for a person to look into."""
    shown, by_city = True if result["on_register"] else None, result["recommended_by"] == "city_hrss"
    if result["klass"] == "worldskills":
        return (shown if by_city else None) if result["medal"] in MEDALS else False
    first = {"province_1", "city_1"} | ({"national_1"} if by_city else set())
    return shown if result["rank"] == 1 and result["klass"] in first else False


def said(rule: str, truth: bool | None, person: dict[str, Any]) -> tuple[str, str]:
    (zh, en), (verdict, answer) = RULES[rule], VERDICTS[truth]
    return f"{verdict}：{zh}［2.2.3］{person.get(rule)}", f"{answer}: {en} [2.2.3] {person.get(rule)}"


def scanned(register: dict[str, pl.LazyFrame], day: date) -> pl.LazyFrame:
    """A truth for every rule, and the outcome."""
    people = register["subject"]
    for name, truth in (("honours", HONOUR), ("titles_held", TITLED), ("contest_results", WAIVED)):
        best = register[name].group_by("person").agg(known=(truth.cast(pl.Int8) * 2).fill_null(1).max())
        people = people.join(best.rename({"known": f"_{name}"}), on="person", how="left")
    found = people.select("person", **rules(day)).with_columns(met=pl.all_horizontal(*RULES))
    outcome = pl.when("met").then(pl.lit("eligible")).otherwise(pl.lit("not_eligible"))
    return found.with_columns(
        outcome=pl.when(pl.col("met").is_null()).then(pl.lit("needs_person")).otherwise(outcome)
    )


def rules(day: date) -> dict[str, pl.Expr]:
    waived = truth_of("contest_results")
    years = (
        pl.lit(int(f"{day:%Y%m%d}")) - pl.col("front_line_since").dt.strftime("%Y%m%d").cast(pl.Int64)
    ) // 10_000
    return {
        "employer_in_city": pl.col("employer_in_city"),
        "level": pl.col("skill_level").is_in(list(HIGH)),
        "front_line": pl.col("front_line"),
        "front_line_years": (years >= YEARS) | waived | OPEN,
        "honour": truth_of("honours"),
        "not_titled_before": ~truth_of("titles_held") | pl.lit(None, dtype=pl.Boolean),
    }


def truth_of(name: str) -> pl.Expr:
    best = pl.col(f"_{name}").fill_null(0)
    return pl.when(best != 1).then(best == 2)


OPEN = pl.lit(None, dtype=pl.Boolean)
KLASS, FIRST, BY_CITY = pl.col("klass"), pl.col("rank") == 1, pl.col("recommended_by") == "city_hrss"
HONOUR = pl.col("level").is_in(list(CITY)) & pl.col("skilled")
TITLED = pl.col("title") == "craftsman"
WAIVED = (
    ((KLASS == "worldskills") & pl.col("medal").is_in(list(MEDALS)) & (BY_CITY | OPEN))
    | ((KLASS == "national_1") & FIRST & BY_CITY)
    | (KLASS.is_in(["province_1", "city_1"]) & FIRST)
) & (pl.col("on_register") | OPEN)
