"""How well an article matches: what comes after the words alone, and the parameters of it all."""
