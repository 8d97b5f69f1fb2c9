"""Plans and their rows are written, followed and imported."""

from plans.words import Row

from .clarities import Clarities
from .edits import Edits, edit_rows
from .import_edits import edit_import
from .imports import confirm_import, read_import
from .monitoring import (
    assign_item,
    assign_item_of,
    assign_monitoring,
    begin_following,
    create_item,
    create_items,
    place_under,
)
from .people import name_officer
from .plans import change_plan, create_plan
from .renewals import renew_plan
from .revisions import begin_revision
from .rows import put_rows
from .templates import begin_with, drop_template, keep_template

__all__ = [
    "Clarities",
    "Edits",
    "Row",
    "assign_item",
    "assign_item_of",
    "assign_monitoring",
    "begin_following",
    "begin_revision",
    "begin_with",
    "change_plan",
    "confirm_import",
    "create_item",
    "create_items",
    "create_plan",
    "drop_template",
    "edit_import",
    "edit_rows",
    "keep_template",
    "name_officer",
    "place_under",
    "put_rows",
    "read_import",
    "renew_plan",
]
