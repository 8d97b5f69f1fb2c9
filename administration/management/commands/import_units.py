"""Read a list of units."""

from administration.actions.lists import take_units
from administration.management.from_lists import ListCommand
from administration.serializers.lists import UnitListOutput


class Command(ListCommand):
    help = "Read an .xlsx of units: make what is new, change what differs; with errors nothing is saved (exit 1)."
    take = staticmethod(take_units)
    shape = UnitListOutput
