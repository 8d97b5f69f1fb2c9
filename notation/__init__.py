"""Due times and targets as Vietnamese offices write them: pure functions, no Django.

The wording is always kept by the caller; what is parsed here stands beside it and never replaces it.
"""
