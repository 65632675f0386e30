"""Expert review, one file each."""

from gongjiang.office.review.models.panel import Draw, Panel, Recusal, Seat
from gongjiang.office.review.models.photo import Photo
from gongjiang.office.review.models.ranking import Placing, Ranking
from gongjiang.office.review.models.score import Score
from gongjiang.office.review.models.visit import Concern, Inspector, Visit

__all__ = [
    "Concern",
    "Draw",
    "Inspector",
    "Panel",
    "Photo",
    "Placing",
    "Ranking",
    "Recusal",
    "Score",
    "Seat",
    "Visit",
]
