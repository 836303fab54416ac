#!/usr/bin/env python
"""Django's command line for this project. What the environment says wrongly is told in a sentence."""

import os
import sys
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError, connections


def main(arguments: list[str]) -> None:
    """Run one command; ends the process where there is nothing to run it with."""
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])  # some of Django's commands do without settings
        execute_from_command_line(arguments)
    except ImproperlyConfigured as problem:
        sys.exit(str(problem))
    except OperationalError as problem:
        if any(database.connection for database in connections.all(initialized_only=True)):
            raise  # it was reached, and something else is wrong
        sys.exit(f"The database that DATABASE_URL names cannot be reached: {' '.join(str(problem).split())}")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    main(sys.argv)
