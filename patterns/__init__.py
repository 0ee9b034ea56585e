"""The default pattern pack: data only. This file makes the folder a package that ships in the wheel."""
