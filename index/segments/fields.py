"""The fields of a segment."""

TEXTS = ("source", "text", "title")
"""Fields of words: scored, with positions."""

FACETS = ("country", "entity", "year")
"""Fields of whole values."""

FIELDS = tuple(sorted((*TEXTS, *FACETS)))
"""In the order in which their terms stand."""
