"""Make an article of a record: its text without boilerplate, its title, date, author and language."""
