"""What can be asked: one module, one question."""
