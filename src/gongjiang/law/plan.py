"""A plan: its clauses, its settings, its schemes, and what a new installation starts with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from gongjiang.law.clause import Clause, Named, Registers, Validity
from gongjiang.law.compiled import Asking
from gongjiang.law.effect import Confer, Grant, Pay
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Assumption, Parameter, Ruling, Settings
from gongjiang.law.words import Words


@dataclass(frozen=True, eq=False)
class Plan:
    slug: str
    said: Words
    clauses: tuple[Clause, ...]
    validity: Validity
    parameters: tuple[Parameter, ...]
    schemes: tuple[Scheme, ...]
    registers: Registers
    departments: tuple[Named, ...] = ()
    mechanisms: tuple[Clause, ...] = field(default=())
    """The plan's own headings, as columns of the board."""
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What stands behind a clause beside its schemes, such as registers and funds: by the house's names."""

    def __getitem__(self, slug: str) -> Scheme:
        return self.by_slug[slug]

    @cached_property
    def by_slug(self) -> Mapping[str, Scheme]:
        return {scheme.slug: scheme for scheme in self.schemes}

    @cached_property
    def by_clause(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def known(self) -> Mapping[str, Parameter]:
        return {parameter.key: parameter for parameter in self.parameters}

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        return tuple(held for held in self.parameters if isinstance(held, Assumption))

    def settings(self, rulings: Mapping[str, tuple[Ruling, ...]] | None = None) -> Settings:
        return Settings(self.known, rulings or {})

    def following(self, grants: tuple[Grant, ...]) -> tuple[Scheme, ...]:
        """The schemes that a conferral opens of its own accord."""
        conferred = {grant.title.slug for grant in grants if isinstance(grant, Confer)}
        return tuple(s for s in self.schemes if s.opens_on is not None and s.opens_on.slug in conferred)

    def consequences(
        self, grants: tuple[Grant, ...], settings: Settings, day: date
    ) -> tuple[tuple[str, Pay], ...]:
        """What a conferral will bring in money, by the scheme that will pay it."""
        asking = Asking(day, settings)
        return tuple(
            (scheme.slug, grant)
            for scheme in self.following(grants)
            for grant in scheme.granted(scheme.subject.row({}), asking)
            if isinstance(grant, Pay)
        )
