"""The rules: one module, one rule, one page."""
