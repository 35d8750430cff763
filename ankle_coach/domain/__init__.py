"""The rules and the words of the coach: pure, without Qt, I/O or a clock."""
