"""A sheet's XML, read once for its cells and for what is only told at its end."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["Parser"]

_YES = ("1", "true")


class Parser(WorkSheetParser):
    """openpyxl's own parser, which also notes formulas without a value.

    Attributes:
        unknown: the cells, as row and column, whose formula has no value in the file.
    """

    def __init__(self, book: Workbook, page: ReadOnlyWorksheet, source: IO[bytes]) -> None:
        """Read a sheet of a workbook from a stream."""
        inside: Any = book
        strings: Any = page
        super().__init__(
            source,
            strings._shared_strings,  # noqa: SLF001 - as openpyxl itself starts it
            data_only=True,
            epoch=book.epoch,
            date_formats=inside._date_formats,  # noqa: SLF001
            timedelta_formats=inside._timedelta_formats,  # noqa: SLF001
        )
        self.unknown: list[tuple[int, int]] = []
        self._styles = inside._cell_styles  # noqa: SLF001
        self._formats = inside._number_formats  # noqa: SLF001

    def rows(self) -> Iterator[tuple[int, list[tuple[int, Any, str]]]]:
        """Go through the rows: the number, and of each cell its column, value and format."""
        for number, cells in self.parse():
            yield (
                number,
                [
                    (cell["column"] - 1, cell["value"], self._format(int(cell["style_id"])))
                    for cell in cells
                    if cell["value"] is not None
                ],
            )

    def parse_cell(self, element: Element) -> dict[str, Any]:
        """Read a cell, and note it when its formula was never computed."""
        cell = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            row, column = cell["row"], cell["column"]
            assert isinstance(row, int)
            assert isinstance(column, int)
            self.unknown.append((row, column - 1))
        return cell

    @property
    def merged(self) -> list[tuple[int, int, int, int]]:
        """The merged areas: first column, first row, last column, last row; columns from 0."""
        ranges = () if self.merged_cells is None else self.merged_cells.mergeCell
        return [(one.min_col - 1, one.min_row, one.max_col - 1, one.max_row) for one in ranges]

    @property
    def hidden(self) -> list[int]:
        """The numbers of the rows that are not shown."""
        return [
            int(number)
            for number, row in self.row_dimensions.items()
            if row.get("hidden", "").lower() in _YES
        ]

    def _format(self, style: int) -> str:
        if not style:
            return "General"
        number = self._styles[style].numFmtId
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        return str(self._formats[number - BUILTIN_FORMATS_MAX_SIZE])
