#!/usr/bin/env python
"""Django's command line for Dosja."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    from django.core.management import execute_from_command_line

    from backend.common.secondlock import Errand, everything

    # Who may start a command holds the database's password. Threads of servers and workers begin without.
    with everything(Errand.COMMAND):
        execute_from_command_line(sys.argv)
