"""The exit codes of the commands that read files."""

ALL_IN, NOTHING_DONE, SOME_REFUSED = 0, 1, 3
