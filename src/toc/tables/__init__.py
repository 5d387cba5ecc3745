"""Spreadsheets: rows of text with their places, from CSV and XLSX, and back.

What a table means is not known here.  What could not be read, and what was assumed
to read it, is told in findings; everything else comes through.
"""

from toc.tables.reading import read_table, table_of
from toc.tables.sheet import Row, Sheet
from toc.tables.writing import as_csv, as_xlsx

__all__ = ["Row", "Sheet", "as_csv", "as_xlsx", "read_table", "table_of"]
