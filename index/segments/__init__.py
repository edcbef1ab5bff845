"""A Whoosh index whose postings, lengths and facets are arrays that are mapped into memory."""
