"""Writers: one module, one kind of file that a document becomes.

Each has `write(document) -> bytes` and the `ENDINGS` of its files' names.  The same
document is always the same bytes.
"""
