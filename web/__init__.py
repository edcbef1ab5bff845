"""The page and the endpoint, served by Flask."""
