"""Rank what matches: more than the scores of the words alone."""
