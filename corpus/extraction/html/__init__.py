"""Take an article out of an HTML page."""
