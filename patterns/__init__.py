"""The default pattern pack: data only. This file makes the folder a package of the wheel."""
