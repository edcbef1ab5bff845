"""The costly part of a run, article by article, on all processors."""
