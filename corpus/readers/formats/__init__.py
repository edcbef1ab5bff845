"""A module for each file format that holds records."""
