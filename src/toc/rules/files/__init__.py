"""Files and identity."""
