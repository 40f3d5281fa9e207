"""Opens forms with openpyxl, does one thing to each, and saves them.

The argument is a list of [file in, file out, what to do] in JSON.
"""
import json
import sys

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.table import Table


def heads(ws):
    """The row of heads of a sheet of questions, and its columns."""
    for row in ws.iter_rows(max_row=20):
        texts = [c.value for c in row]
        if "Kode" in texts and "Jawaban" in texts:
            return row[0].row, {t: i + 1 for i, t in enumerate(texts) if t}
    return 0, {}


def questions(book):
    return [ws for ws in book if heads(ws)[0] and ws.sheet_state == "visible"]


def unit(book):
    return book["Penilaian"]


def insert_rows(book):
    for ws in questions(book):
        ws.insert_rows(6)
        ws.insert_rows(1, 3)


def insert_columns(book):
    for ws in questions(book):
        ws.insert_cols(5)
        ws.insert_cols(1, 2)


def move_column(book):
    """Cuts the answers and puts them behind the last column."""
    for ws in questions(book):
        _, cols = heads(ws)
        column, last = get_column_letter(cols["Jawaban"]), ws.max_column + 1
        ws.move_range("%s1:%s%d" % (column, column, ws.max_row), cols=last - cols["Jawaban"])


def sort_rows(book):
    """Sorts all rows below the heads by their Kode, as the filter button does."""
    for ws in questions(book):
        head, _ = heads(ws)
        rows = [[c.value for c in row] for row in ws.iter_rows(min_row=head + 1)]
        rows.sort(key=lambda r: str(r[0] or ""), reverse=True)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                ws.cell(head + 1 + i, j + 1).value = value


def delete_columns(book):
    unit(book).delete_cols(heads(unit(book))[1]["Catatan verifikasi"])


def delete_codes(book):
    unit(book).delete_cols(1)


def copy_sheet(book):
    book.copy_worksheet(unit(book)).title = "Penilaian (2)"


def only_questions(book):
    """What an app keeps that knows no hidden sheets."""
    for ws in book.worksheets:
        if ws.sheet_state != "visible":
            del book[ws.title]


def bare(book):
    """What an app keeps that knows values only."""
    for name in list(book.defined_names.definedName):
        book.defined_names.delete(name.name)
    for ws in book:
        ws.data_validations = DataValidationList()
        ws.conditional_formatting = type(ws.conditional_formatting)()
        ws.protection.sheet = False
        ws.auto_filter.ref = None
        for row in ws.iter_rows():
            for c in row:
                c.style = "Normal"


def comments(book):
    for row in unit(book).iter_rows(min_row=5):
        row[4].comment = Comment("2 = Lengkap", "Budi")


def table(book):
    ws = unit(book)
    ws.auto_filter.ref = None
    ws.add_table(Table(displayName="Isian", ref="A4:J%d" % ws.max_row))


def colours(book):
    red = PatternFill(start_color="FF0000", end_color="FF0000", fill_type="solid")
    unit(book).conditional_formatting.add("E5:E99", CellIsRule(operator="lessThan", formula=["1"], fill=red))
    for c in unit(book)["E"]:
        c.fill = red


def values_only(book):
    """Formulas replaced by what they showed; openpyxl knows no results, so nothing."""
    for ws in book:
        for row in ws.iter_rows():
            for c in row:
                if c.data_type == "f":
                    c.value = None


def locked(book):
    book.security = WorkbookProtection(workbookPassword="CC1A", lockStructure=True)
    for ws in book:
        ws.protection.sheet = True
        ws.protection.password = "rahasia"


def base_1904(book):
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904


def filtered(book):
    ws = unit(book)
    ws.auto_filter.ref = "A4:J%d" % ws.max_row
    ws.auto_filter.add_filter_column(0, ["A1.1"])
    for i in range(8, ws.max_row + 1):
        ws.row_dimensions[i].hidden = True


def grouped(book):
    unit(book).row_dimensions.group(7, 8, hidden=True)
    unit(book).column_dimensions.group("B", "D", hidden=True)


def as_template(book):
    book.template = True


for source, target, do in json.loads(sys.argv[1]):
    workbook = openpyxl.load_workbook(source)
    if do:
        globals()[do](workbook)
    workbook.save(target)
