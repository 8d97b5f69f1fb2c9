"""Reading what: each module begins at the door of visibility."""
