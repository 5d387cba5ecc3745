"""The commands: one module, one command."""
