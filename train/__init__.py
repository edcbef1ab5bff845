"""Learn anew what ships as a model or a table."""
