"""Numbers, words and dates as people read them."""
