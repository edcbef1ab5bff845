"""End a command that fails with one line that says what is wrong and the mend, and with an exit code that is kept."""

from typing import Any

import click

from cli.printable import printable
from corpus.errors import DatelineError
from index.arrays.array_file import Damaged
from index.storage.location import damage
from index.storage.os_errors import obstacle
from search.types.request import BadRequest


class Command(click.Command):
    """A command whose faults are told instead of shown as a traceback: exit code 2 for wrong usage, else its own."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever read has read enough: Click ends without a word
        except BadRequest as fault:
            raise click.UsageError(printable(str(fault)), ctx) from fault
        except Damaged as fault:
            raise click.ClickException(printable(damage(ctx.params["location"], fault))) from fault
        except DatelineError as fault:
            told = click.ClickException(printable(str(fault)))
            told.exit_code = fault.exit_code  # type: ignore[misc]  # of this one
            raise told from fault
        except OSError as fault:
            where = f"the index at {ctx.params['location']}" if ctx.info_name == "index" else "the output"
            plain = f"{fault.filename or where}: {fault.strerror}" if fault.strerror else str(fault)
            reason = obstacle(fault, where) or plain
            raise click.ClickException(printable(reason)) from fault
