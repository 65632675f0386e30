"""A house that stands between two versions, or past this one, is told so and left alone."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from gongjiang.web.console.lineage import NEWER, TOO_OLD, unfit

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def test_a_house_of_this_version_is_fit() -> None:
    assert unfit() is None


def test_a_house_that_took_some_of_the_joined_steps_is_too_old() -> None:
    MigrationRecorder(connection).record_unapplied("registry", "0012_two_hands")

    assert unfit() == TOO_OLD


def test_a_house_that_took_a_step_unknown_here_is_newer() -> None:
    MigrationRecorder(connection).record_applied("cases", "0099_later")

    assert unfit() == NEWER
