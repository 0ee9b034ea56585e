"""Terms that a text explains, their parts and their mentions."""
