"""The use cases that pages and commands call; each returns what it changed, or a value."""
