"""What the papers and the short text of a review share."""
