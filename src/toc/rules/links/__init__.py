"""Links and mechanisms."""
