"""BM25F: the weight of a term in an article, and every number that the order of results depends on."""
