"""The fields of a segment."""

from index.segments.facets import Facet

TEXTS = ("source", "text", "title")
"""Fields of words: scored, with positions."""

FACETS = tuple(sorted(facet.field.column for facet in Facet if facet.field.stored))
"""Fields of whole values: the columns of the facets."""

READINGS = "reading"
"""How each article reads each of its names (`index.segments.name_readings`): counted like a facet, never searched."""

FORM = "form"
"""The field of written forms, of `index.segments.written_form`."""

FIELDS = tuple(sorted((*TEXTS, *FACETS, FORM)))
"""In the order in which their terms stand."""
