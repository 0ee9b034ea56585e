"""Raw text made clean, with the exact way back."""
