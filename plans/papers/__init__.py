"""Papers in and out: the workbooks that offices write, the appendices they print. No Django, no database."""
