"""Other spellings of a word, from rules and tables alone."""
