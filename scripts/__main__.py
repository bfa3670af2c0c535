"""`python -m scripts`: the commands, each in its own file of `scripts/commands/`."""

import argparse
import sys

from scripts.commands import (
    api,
    browser,
    canary,
    changes,
    check,
    diff,
    errors,
    fresh,
    generate,
    measure,
    new,
    notebooks,
    programs,
    run,
    schema,
    touched,
    uses,
)

COMMANDS = (
    check,
    diff,
    fresh,
    generate,
    new,
    run,
    programs,
    errors,
    api,
    touched,
    canary,
    changes,
    measure,
    notebooks,
    schema,
    uses,
    browser,
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; `arguments` defaults to the command line. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    subparsers = parser.add_subparsers(metavar="command", required=True)
    for command in COMMANDS:
        name = command.__name__.rpartition(".")[2]
        summary = (command.__doc__ or "").strip().splitlines()[0]
        subparser = subparsers.add_parser(name, help=summary, description=command.__doc__)
        command.add_arguments(subparser)
        subparser.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
