"""How a story changed: its versions in order, and what words each has that another has not."""
