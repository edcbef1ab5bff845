"""The sample corpus that comes with Dateline: short articles written for it."""

from pathlib import Path

SAMPLE = Path(__file__).parent / "articles"
EXAMPLES = ("coalition troops", '"special forces"', "peace agreement", "withdraw* year:2019", "sanctions country:MM")
"""Searches worth trying on it."""
