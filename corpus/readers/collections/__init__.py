"""Files that hold several articles, split into records."""
