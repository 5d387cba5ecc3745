"""`python -m toc`, and the command `toc`."""

import sys

from toc.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
