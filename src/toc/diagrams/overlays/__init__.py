"""What can be laid over a picture: one module, one question."""
