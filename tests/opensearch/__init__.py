"""A real OpenSearch cluster for tests: the released distribution, a process for each node, loopback only."""
