"""Reading for administration: who is there with which posts, what is open at a unit, the register, how far setting up is."""
