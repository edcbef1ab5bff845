"""Filter by facets, and count their values."""
