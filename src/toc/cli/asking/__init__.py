"""What the commands that ask have in common."""
