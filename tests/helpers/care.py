"""Answers about ice and wraps with which nothing is blocked."""

from __future__ import annotations

from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.safety import ScreenAnswer

RULES = RuleFiles()
"""The shipped content of rules; it is frozen, so that tests may share it."""

CLEAR_ICE = {
    block.id: ScreenAnswer.YES if block.flagged_by == "no" else ScreenAnswer.NO for block in RULES.ice.blocks
}
"""Answers to the questions of ice that block nothing."""
CLEAR_WRAP = {block.id: ScreenAnswer.NO for block in RULES.compression.blocks}
"""Answers to the questions of a wrap that block nothing."""
