"""Names in a text by rules, their types, and the entities that they make."""
