"""The demo: two institutions from their own documents, with people who do not exist, walked by the real acts."""
