"""What a user may have meant, or may be about to type."""
