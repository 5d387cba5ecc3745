"""The rows of the table: one module, one row, found by name."""
