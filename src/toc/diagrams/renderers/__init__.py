"""Renderers: one module each, found by its name, with `render(picture) -> bytes`."""
