"""Theories of change as text: written, checked, drawn and followed."""
