"""Take away what stands around an article in a plain text."""
