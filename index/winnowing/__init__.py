"""Winnowing fingerprints (Schleimer, Wilkerson and Aiken, 2003)."""
