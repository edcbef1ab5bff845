"""Parse what was typed into a query tree, and expand it against an index."""
