"""Derive from an article whom and what it names, where it plays and when it was written."""
