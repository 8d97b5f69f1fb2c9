"""What consolidations sign, and the figures in it."""
