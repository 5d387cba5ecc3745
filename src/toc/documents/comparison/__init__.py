"""Regions side by side, on paper."""
