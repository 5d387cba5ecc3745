"""Engines: one module each, found by its name, with `arrange(chart, extra) -> Layout`."""
