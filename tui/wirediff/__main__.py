"""`python -m wirediff` is the command."""

from wirediff.cli import main

if __name__ == "__main__":
    main()
