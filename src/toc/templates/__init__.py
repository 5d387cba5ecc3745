"""The small strategies that `toc new` begins with, one for each language."""
