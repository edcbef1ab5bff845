"""Which articles tell the same story in nearly the same words? Agency copy, updates, cuts, merged stories."""
