"""Every guard of the house: whether it stands, and laying again those that a remade table has lost."""

from django.db import connection

from gongjiang.office.cases.guards import statements as of_cases
from gongjiang.office.duty.guards import statements as of_duty
from gongjiang.office.honours.guards import issuing as of_issuing
from gongjiang.office.honours.guards import statements as of_honours
from gongjiang.office.journal.guarding import absent, lay
from gongjiang.office.journal.guards import statements as of_journal
from gongjiang.office.notice.guards import reports as of_reports
from gongjiang.office.notice.guards import statements as of_notice
from gongjiang.office.post.guards import statements as of_post
from gongjiang.office.registry.guards import statements as of_registry
from gongjiang.office.review.guards import photos as of_photos
from gongjiang.office.review.guards import statements as of_review
from gongjiang.office.stories.guards import statements as of_stories

ALL = (
    of_journal,
    of_registry,
    of_cases,
    of_review,
    of_photos,
    of_notice,
    of_reports,
    of_honours,
    of_issuing,
    of_duty,
    of_stories,
    of_post,
)


def guards_absent() -> list[str]:
    return sorted(name for statements in ALL for name in absent(connection, statements))


def lay_guards() -> int:
    return sum(lay(connection, statements) for statements in ALL)
