"""竞赛成绩表: what a careful clerk makes of the whole sheet. Pure: nothing is stored here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gongjiang.law.words import Words
from gongjiang.office.registry.sheets.contest_row import Competing, Known, ResultRead
from gongjiang.office.registry.sheets.reading import Sheet
from gongjiang.office.registry.sheets.row import Fault


@dataclass
class CheckedResults:
    """The whole sheet: good rows, faults in place, and people named twice in a trade."""

    rows: int = 0
    good: list[ResultRead] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    repeats: list[tuple[int, int]] = field(default_factory=list)
    title: str = "竞赛成绩"

    @property
    def told(self) -> Mapping[int, str]:
        return {row: f"与第 {of_row} 行为同一人、同一赛项，不再登记" for row, of_row in self.repeats}


def check_results(sheet: Sheet, known: Known, today: date) -> CheckedResults:
    checked, first = CheckedResults(rows=len(sheet.rows)), dict[tuple[object, ...], int]()
    teams: dict[tuple[object, ...], ResultRead] = {}
    for number, cells in sheet.rows:
        row = Competing(number, cells, sheet.headings)
        read = row.read(known, today)
        if read is None:
            checked.faults += row.faults
            continue
        person = (*read.edition, read.trade, read.id_number)
        captain = teams.setdefault(read.entry, read)
        if person in first:
            checked.repeats.append((number, first[person]))
        elif captain.outcome != read.outcome:
            said = f"与第 {captain.row} 行同队，成绩或选派渠道不一致"
            row.fault("team", Words(said, f"of one team with row {captain.row}, but the results differ"))
            checked.faults += row.faults
        else:
            first[person] = number
            checked.good.append(read)
    return _whole_teams(checked, teams, known)


def _whole_teams(
    checked: CheckedResults, teams: Mapping[tuple[object, ...], ResultRead], known: Known
) -> CheckedResults:
    """More people than make a team are not one team: its rows are given back together."""
    for key, captain in teams.items():
        members = [read for read in checked.good if read.entry == key]
        size = known.trades[captain.edition][captain.trade]
        if len(members) > size:
            said = Words(f"本赛项每队至多 {size} 人", f"at most {size} make a team in this trade")
            checked.faults += [Fault(read.row, "队名", said) for read in members]
            checked.good = [read for read in checked.good if read.entry != key]
    checked.faults.sort(key=lambda fault: fault.row)
    return checked
