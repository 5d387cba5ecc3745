"""What the decision sheet says, part by part."""
