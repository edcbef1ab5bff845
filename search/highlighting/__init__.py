"""Show where a query matches: hits, snippets and highlights."""
