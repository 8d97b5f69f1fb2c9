"""Pure rules: what a word of a list means, what is wrong with a line, how it stands to what is there."""
