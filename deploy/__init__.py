"""The workbench of a clone: set it up, run it, test it, check it. The Makefile calls these modules."""
