"""Names that are known beforehand, and words that tell what a name is."""
