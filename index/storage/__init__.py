"""The folder of an index: its lock, its description and its commits."""
