"""Title, date, authors, source and language, as a record or its text states them."""
