"""What a person is shown: searches, articles, names, and what went wrong."""
