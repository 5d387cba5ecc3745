"""Indicators and data."""
