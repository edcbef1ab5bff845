"""Find files, and read them into records, as streams."""
