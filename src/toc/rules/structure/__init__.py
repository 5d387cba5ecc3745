"""Structure and reachability."""
