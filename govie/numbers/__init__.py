"""Numbers and quantities in Chinese text. No spaCy."""
