"""Read dates as people write them, in all languages of CLDR."""
