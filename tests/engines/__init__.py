"""One suite for both engines: articles in a directory and on a cluster, the same questions, the same answers."""
