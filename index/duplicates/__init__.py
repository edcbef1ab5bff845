"""Near-duplicates: agency copy, updates, cuts, merged stories."""
