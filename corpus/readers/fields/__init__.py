"""The fields of structured records, by the names that the world gives them."""
