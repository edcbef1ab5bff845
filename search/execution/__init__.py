"""Evaluation of query trees over the arrays of a snapshot."""
