"""Write articles into an index, on all processors."""
