"""Read a list of people with their posts."""

from administration.actions.lists import take_people
from administration.management.from_lists import ListCommand
from administration.serializers.lists import PeopleListOutput


class Command(ListCommand):
    help = "Read an .xlsx of people and posts: enter what is new, change what differs; with errors nothing is saved (exit 1)."
    take = staticmethod(take_people)
    shape = PeopleListOutput
