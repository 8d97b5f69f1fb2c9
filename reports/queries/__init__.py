"""Reading reports, words and findings, through the door of visibility."""
