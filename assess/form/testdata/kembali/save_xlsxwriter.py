"""Writes forms anew with xlsxwriter from their cells alone, which openpyxl reads.

The argument is a list of [file in, file out, options] in JSON; options are words:
the names of options of xlsxwriter, and of what is left out or added.
"""
import json
import sys

import openpyxl
import xlsxwriter


def put(sheet, c, style):
    """Writes one cell as what it is."""
    at = (c.row - 1, c.column - 1)
    if c.data_type == "f":
        sheet.write_formula(*at, c.value, style, "")
    elif c.data_type == "n" and c.value is not None:
        sheet.write_number(*at, c.value, style)
    elif c.data_type == "b":
        sheet.write_boolean(*at, c.value, style)
    elif c.data_type == "e":
        sheet.write_formula(*at, "=NA()", style, c.value)
    elif c.data_type == "d":
        sheet.write_datetime(*at, c.value, style)
    elif c.value is not None:
        sheet.write_string(*at, c.value, style)


def save(source, target, words):
    engine = {w: True for w in words if w in ("constant_memory", "default_date_1904", "in_memory")}
    book = xlsxwriter.Workbook(target, engine)
    styles = {}
    for ws in openpyxl.load_workbook(source):
        if "visible_only" in words and ws.sheet_state != "visible":
            continue
        sheet = book.add_worksheet(ws.title)
        if ws.sheet_state != "visible":
            sheet.very_hidden() if hasattr(sheet, "very_hidden") else sheet.hide()
        for row in ws.iter_rows():
            for c in row:
                name = c.number_format
                if name not in styles:
                    styles[name] = book.add_format({"num_format": name})
                put(sheet, c, None if name == "General" else styles[name])
        extras(book, sheet, ws, words)
    book.close()


def extras(book, sheet, ws, words):
    if ws.title != "Penilaian":
        return
    if "rich" in words:
        bold = book.add_format({"bold": True})
        sheet.write_rich_string("E7", "2 ", bold, "= Leng", "kap")
    if "url" in words:
        sheet.write_url("F7", "https://contoh.go.id/berkas", string=ws["F7"].value or "berkas")
    if "chart" in words:
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Penilaian!$E$7:$E$10"})
        sheet.insert_chart("L2", chart)
    if "picture" in words:
        sheet.insert_textbox("L20", "Foto loket")
    if "comment" in words:
        sheet.write_comment("E7", "isi 0")
    if "table" in words:
        sheet.add_table("L4:M6", {"columns": [{"header": "Hal"}, {"header": "Nilai"}]})
    if "macro" in words:
        sheet.insert_button("L30", {"macro": "hitung", "caption": "Hitung"})


for source, target, do in json.loads(sys.argv[1]):
    save(source, target, do.split())
