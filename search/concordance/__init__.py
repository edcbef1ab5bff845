"""Key words in context, and the words that stand about them or tell of a result."""
