"""Named places, linked to administrative division codes."""
