#!/usr/bin/env python
"""Django's command line for this project. What stands in a command's way is told in a sentence."""

import os
import sys
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError


def main(arguments: list[str]) -> None:
    """Run one command; ends the process where there is nothing to run it with."""
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])  # some of Django's commands do without settings
        execute_from_command_line(arguments)
    except ImproperlyConfigured as problem:
        sys.exit(str(problem))
    except DatabaseError as problem:
        from newsroom.health import failing_part  # needs the apps, which are there by now

        part, _ = failing_part()
        if part == "database":
            why = " ".join(str(problem).split())
            sys.exit(f"The database that DATABASE_URL names cannot be reached: {why}")
        if part == "migrations" and "migrate" not in arguments:
            sys.exit("The database is not that of this version of the program. Run “manage.py migrate”.")
        raise


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    main(sys.argv)
