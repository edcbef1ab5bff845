"""An index that lives on an OpenSearch cluster: the same articles, the same analysis, another place to keep them."""
