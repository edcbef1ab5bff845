"""A search as an address: read from one, written into one, and the searches next to it."""
