"""How near words and articles are in meaning: a table of vectors that ships with the package, in NumPy alone."""
