"""Qt item models over domain values: named columns and roles, no state of their own."""
