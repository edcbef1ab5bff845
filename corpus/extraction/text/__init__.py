"""Characters and lines: what every step of extraction starts from."""
