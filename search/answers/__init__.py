"""Answer a request: what matches, what the filters leave of it, what is missing, and why an article was found."""
