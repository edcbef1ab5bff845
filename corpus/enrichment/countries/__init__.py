"""The countries that an article is about."""
