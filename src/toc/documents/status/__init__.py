"""How a strategy is doing, on paper."""
