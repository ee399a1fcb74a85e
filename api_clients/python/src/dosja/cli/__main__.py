"""`python -m dosja.cli`."""

import sys

from dosja.cli import main

sys.exit(main())
