"""The file format: named arrays with checksums, mapped into memory."""
