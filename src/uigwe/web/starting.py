"""From a command in a terminal to a Django that is set up; nothing of Django is imported before the environment is settled."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from uigwe.web import home
from uigwe.web.terminal import Stop


def start(**environment: str) -> None:
    """Prepare the site's folder, settle the environment and set Django up. Raises `Stop`."""
    os.environ.update(environment)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "uigwe.web.settings")
    home.prepare()
    import django

    try:
        django.setup()
    except (ValueError, KeyError) as error:
        raise Stop("bad-setting", error=error) from error


def migrate() -> None:
    """Bring the database to this version of the program."""
    from django.core.management import call_command
    from django.db import Error

    try:
        call_command("migrate", interactive=False, verbosity=0)
    except Error as error:
        raise Stop("no-database", error=str(error).strip()) from error


def pending() -> int:
    """How many migrations the database lacks. Raises `Stop` when it cannot be opened."""
    from django.db import Error, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except Error as error:
        raise Stop("no-database", error=str(error).strip()) from error


def tidy() -> None:
    """Forget sessions that ended, keys that nobody will send again, and files that a killed upload left."""
    from datetime import timedelta

    from django.core.management import call_command
    from django.utils import timezone

    from uigwe.web.records.models import IdempotencyKey
    from uigwe.web.sweeping import sweep

    call_command("clearsessions", verbosity=0)
    IdempotencyKey.objects.filter(at__lt=timezone.now() - timedelta(days=30)).delete()
    sweep()


def collect() -> None:
    """Gather the front-end files under hashed names, so that browsers may keep them."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def database_name() -> str:
    """Which database it is, without its password."""
    from django.db import connection

    settings: dict[str, Any] = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(settings["NAME"])
    return f"{settings['USER']}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"


def packs_in(folder: Path) -> Iterator[Path]:
    """Every pack of every year."""
    from uigwe.operations import shelf

    yield from shelf(folder)
