"""Readings from other people's spreadsheets, taken into a strategy's own and never lost.

A delivery is read in whatever form it comes: a row for each reading, a row for each
indicator with dates as heads of columns, or a row for each date with indicators as heads.
What is new is proposed as rows to append; what is there already changes nothing; what
says otherwise is told and left alone, and what cannot be read is told with its cell.
"""

from toc.importing.merging import Import, Otherwise, merge
from toc.importing.overview import Overview, overview
from toc.importing.refused import refused_rows
from toc.importing.template import template

__all__ = ["Import", "Otherwise", "Overview", "merge", "overview", "refused_rows", "template"]
