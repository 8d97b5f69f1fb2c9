"""Reading consolidations and meetings, through the door of visibility."""
