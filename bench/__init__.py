"""Measurements: how right, how fast, beside which peers."""
