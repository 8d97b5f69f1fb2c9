"""Plans, imports, consolidations and meetings over HTTP."""
