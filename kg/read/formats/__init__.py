"""One module a file format: bytes → text."""
