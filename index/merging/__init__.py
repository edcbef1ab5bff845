"""Merge segments, so that there are few."""
