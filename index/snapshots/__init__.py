"""A commit, opened for reading."""
