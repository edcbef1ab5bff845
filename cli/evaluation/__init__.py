"""How good the order of results is, by queries whose right answers are known."""
