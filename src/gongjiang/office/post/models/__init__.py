"""Letters with their texts, where people want to be told, and what was sent there."""

from gongjiang.office.post.models.letter import Letter, Reworded, Template
from gongjiang.office.post.models.sending import Sending
from gongjiang.office.post.models.telling import Address, Preference

__all__ = ["Address", "Letter", "Preference", "Reworded", "Sending", "Template"]
