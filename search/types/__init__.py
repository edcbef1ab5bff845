"""What goes into a search and what comes out: requests, results, date ranges, the deadline."""
