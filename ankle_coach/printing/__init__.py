"""The handout and the report: layout, PDF and printer."""
