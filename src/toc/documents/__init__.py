"""Papers for people, made from a strategy: one module, one paper."""
