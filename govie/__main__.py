"""``python -m govie`` is the command ``govie``."""

from govie.cli.app import main

if __name__ == "__main__":
    main()
