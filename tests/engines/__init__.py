"""One suite for both engines: the same articles in a directory and on a cluster, the same questions, the same answers."""
