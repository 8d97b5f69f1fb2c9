"""The sentence for every code a paper may be refused or doubted with, in the language of the reader."""

from collections.abc import Mapping
from typing import Protocol

from django.utils.translation import gettext, gettext_noop


class Coded(Protocol):
    """A `Problem`, or the `Unreadable` that a file was refused with."""

    @property
    def code(self) -> str:
        """A key of SENTENCES."""

    @property
    def params(self) -> Mapping[str, str]:
        """What fills the sentence."""


SENTENCES: dict[str, str] = {
    # the file
    "file-empty": gettext_noop("The file is empty."),
    "file-too-large": gettext_noop("The file is larger than %(limit)s MB."),
    "file-not-a-workbook": gettext_noop("This is not an Excel workbook (.xlsx)."),
    "file-old-excel": gettext_noop(
        "This is an old Excel file (.xls). Open it in Excel and save it as .xlsx, then try again."
    ),
    "file-old-word": gettext_noop(
        "This is an old Word file (.doc). Save the table as an Excel workbook (.xlsx)."
    ),
    "file-word": gettext_noop("This is a Word file (.docx). Save the table as an Excel workbook (.xlsx)."),
    "file-opendocument": gettext_noop("This is an OpenDocument file. Save it as an Excel workbook (.xlsx)."),
    "file-binary-workbook": gettext_noop(
        "This is a binary workbook (.xlsb). Save it as .xlsx, then try again."
    ),
    "file-encrypted": gettext_noop("The file is protected by a password. Remove the password and try again."),
    "file-macro": gettext_noop(
        "The workbook contains macros. Save it as .xlsx without macros, then try again."
    ),
    "file-damaged": gettext_noop("The file is damaged and cannot be read."),
    "file-inflates": gettext_noop("The file unpacks to more than a task list can need, so it was not read."),
    "file-unsafe-xml": gettext_noop("The file contains definitions that a workbook must not have."),
    "file-too-slow": gettext_noop(
        "Reading the file takes longer than a task list can need, so it was stopped."
    ),
    "file-breaks-reader": gettext_noop("The file cannot be read. Save it anew in Excel and try again."),
    "file-no-list": gettext_noop(
        "No list was found: a header row must name the columns, such as the code and the name, or name and post."
    ),
    "file-no-table": gettext_noop(
        "No table was found: a header row must name the task, the lead unit and the completion time."
    ),
    "sheet-too-many-rows": gettext_noop(
        "Sheet “%(sheet)s” reaches beyond row %(limit)s. Delete the empty rows below the table."
    ),
    "sheet-too-many-columns": gettext_noop("Sheet “%(sheet)s” has text beyond column %(limit)s."),
    "sheet-too-many-cells": gettext_noop(
        "Sheet “%(sheet)s” has too many cells; at most %(limit)s can be read."
    ),
    "sheet-too-much-text": gettext_noop(
        "Sheet “%(sheet)s” has too much text; at most %(limit)s characters can be read."
    ),
    # the table
    "sheet-title-shortened": gettext_noop("The title was cut to %(limit)s characters; write a shorter one."),
    "sheet-ignored": gettext_noop("Only sheet “%(sheet)s” was read; sheet “%(ignored)s” has a table, too."),
    "column-missing": gettext_noop("The table has no column for this."),
    "column-ignored": gettext_noop("Column “%(text)s” was not read."),
    "no-rows": gettext_noop("The table has no rows."),
    "heading-alone": gettext_noop("Heading “%(text)s” has no rows under it."),
    "heading-unnumbered": gettext_noop("“%(text)s” was taken as a heading."),
    "row-joined": gettext_noop("“%(text)s” was added to row %(onto)s."),
    "rows-ignored": gettext_noop("Rows up to %(last)s were not read: “%(text)s”."),
    "rows-hidden": gettext_noop("%(count)s hidden rows were read, too."),
    # a row
    "text-missing": gettext_noop("The target or task is missing."),
    "lead-missing": gettext_noop("The lead unit is missing."),
    "due-missing": gettext_noop("The completion time is missing."),
    "product-missing": gettext_noop("No product is named for “%(text)s”."),
    "unit-unknown": gettext_noop("No unit is called “%(text)s”."),
    "cell-fault": gettext_noop("The cell holds an Excel error: “%(text)s”."),
    "cell-too-long": gettext_noop("This has %(length)s characters; at most %(limit)s can be kept."),
    "heading-too-long": gettext_noop(
        "The headings above this row have %(length)s characters together; at most %(limit)s can be kept."
    ),
    "unit-too-many": gettext_noop("This names %(count)s units; at most %(limit)s can be kept."),
    "cell-uncalculated": gettext_noop(
        "The cell holds a formula without a saved result. Open the file in Excel and save it again."
    ),
    # a due time, a target
    "due-impossible": gettext_noop("There is no such date: “%(text)s”."),
    "due-unknown": gettext_noop("The completion time “%(text)s” was not understood; it is kept as written."),
    "due-before-year": gettext_noop("The completion time “%(text)s” lies before %(year)s."),
    "due-after-year": gettext_noop("The completion time “%(text)s” lies after %(year)s."),
    "target-number-ambiguous": gettext_noop(
        "“%(text)s” can be read as a thousand or as a decimal; write 1000 or 1,0."
    ),
    "target-impossible": gettext_noop("The target “%(text)s” cannot be met: check its order."),
}


def sentence(problem: Coded) -> str:
    """Return the sentence in the active language. Raises KeyError for a code that has none."""
    return gettext(SENTENCES[problem.code]) % problem.params
