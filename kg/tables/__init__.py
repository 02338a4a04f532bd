"""Facts as tables: JSON Lines for programs, CSV and a workbook for people."""

from kg.tables.jsonl import facts_schema, facts_to_dict, facts_to_json, write_jsonl
from kg.tables.rows import ORIGIN_HEADERS, SHEETS, Row, Sheet, fact_rows
from kg.tables.sheet_csv import BOM, csv_lines, write_csv
from kg.tables.workbook import workbook_bytes, write_xlsx

__all__ = [
    "BOM",
    "ORIGIN_HEADERS",
    "SHEETS",
    "Row",
    "Sheet",
    "csv_lines",
    "fact_rows",
    "facts_schema",
    "facts_to_dict",
    "facts_to_json",
    "workbook_bytes",
    "write_csv",
    "write_jsonl",
    "write_xlsx",
]
