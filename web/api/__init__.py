"""What a program is given: JSON, exports, feeds, suggestions."""
