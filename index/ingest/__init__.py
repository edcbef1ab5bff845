"""Bring folders of articles into an index, and keep it in step with them, run by run."""
