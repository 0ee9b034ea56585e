"""Named government initiatives, known and unknown."""
