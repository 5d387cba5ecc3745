"""What authors typed: files, lines, and YAML as plain text with places.

This room knows no strategy.  `source` reads a file into text, `document` reads that
text as YAML, `writer` writes plain data as YAML.
"""
