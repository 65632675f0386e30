"""Every scheme of every installed plan, for tests that must hold for all of them."""

import pytest

from gongjiang.plans import plans

EVERY = [pytest.param(plan, scheme, id=scheme.slug) for plan in plans() for scheme in plan.schemes]
every_scheme = pytest.mark.parametrize(("plan", "scheme"), EVERY)

PROCEDURES = {scheme.procedure.name: scheme.procedure for plan in plans() for scheme in plan.schemes}
every_procedure = pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES.keys())
