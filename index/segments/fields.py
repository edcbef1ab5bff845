"""The fields of a segment."""

TEXTS = ("source", "text", "title")
"""Fields of words: scored, with positions."""

FACETS = ("country", "entity", "year")
"""Fields of whole values."""

FORM = "form"
"""The field of written forms, of `index.segments.written_form`."""

FIELDS = tuple(sorted((*TEXTS, *FACETS, FORM)))
"""In the order in which their terms stand."""
