"""The command line: headless commands, and the window where none is given; only that loads Qt."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ankle_coach import __version__
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.resources import ResourceError

if TYPE_CHECKING:
    from ankle_coach.domain.settings import UserRole

_FILES = (".ankleplan", ".anklelibrary", ".anklejournal")
PROBLEM = 1
"""Exit status where something went wrong; argparse exits with 2 for wrong arguments."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window.

    Args:
        arguments: The words after the program's name; None for those of this process.

    Returns:
        The exit status: 0, or 1 with one line on the standard error.
    """
    options = _parser().parse_args(_opening(sys.argv[1:] if arguments is None else arguments))
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except (AnkleCoachError, ResourceError) as error:
        print(f"ankle-coach: {error}", file=sys.stderr)
        return PROBLEM
    except BrokenPipeError:
        # The reader went away (`ankle-coach exercises | head`): there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEM


def _opening(arguments: Sequence[str]) -> list[str]:
    """Read a file of ours where a command is due as the file to open: so file managers name it."""
    words = list(arguments)
    place = next((n for n, word in enumerate(words) if word.lower().endswith(_FILES)), None)
    if place is None:
        return words
    before = words[:place]
    options = (word.startswith("-") or last == "--data-dir" for last, word in pairwise(["", *before]))
    return [*before, "open", *words[place:]] if all(options) else words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ankle-coach",
        description="A rehab coach for running ankles. Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"ankle-coach {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything in this folder")
    parser.add_argument(
        "--demo", action="store_true", help="open a throw-away copy with eight weeks of sample data"
    )
    parser.add_argument(
        "--demo-therapist", action="store_true", help="open a throw-away copy with twelve invented persons"
    )
    parser.add_argument("--self-test", action="store_true", help="check this installation and exit")
    parser.set_defaults(run=_run_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_exercises(commands)
    _add_check(commands)
    _add_steps(commands)
    _add_figure(commands)
    _add_print(commands)
    _add_replay(commands)
    _add_export(commands)
    _add_import(commands)
    _add_backup(commands)
    _add_restore(commands)
    _add_open(commands)
    return parser


def _add_exercises(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("exercises", help="list the library")
    command.add_argument("--json", action="store_true", help="for other programs")
    command.set_defaults(run=_run_exercises)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("check", help="validate the shipped content, or the files given")
    command.add_argument("files", nargs="*", type=Path, metavar="FILE")
    command.set_defaults(run=_run_check)


def _add_steps(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("steps", help="list the steps that a session plays")
    command.add_argument("plan", metavar="PLAN", help="a plan file, or an exercise id")
    command.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day (YYYY-MM-DD)")
    command.add_argument("--json", action="store_true", help="for other programs")
    command.set_defaults(run=_run_steps)


def _add_figure(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("figure", help="write an exercise's drawing")
    command.add_argument("exercise", metavar="EXERCISE", help="id of the exercise")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=".svg, .png or .pdf")
    command.add_argument("--level", metavar="N", help="the level: its id, or its number from 1")
    command.add_argument("--side", choices=("left", "right"), default="right", help="the side in play")
    command.add_argument("--pose", choices=("start", "end", "error"), default="end", help="which picture")
    command.set_defaults(run=_run_figure)


def _add_print(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from ankle_coach.printout import LAYOUTS, PAPERS, SHEETS  # noqa: PLC0415 - with the parser

    command = commands.add_parser("print", help="write a plan's handout as PDF")
    command.add_argument("plan", metavar="PLAN", help="a plan file, or an exercise id")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf", help="the file")
    command.add_argument("--sheet", choices=SHEETS, default="handout", help="which sheet")
    command.add_argument(
        "--layout", choices=LAYOUTS, default="cards-4", help="how exercises stand on the page"
    )
    command.add_argument("--paper", choices=PAPERS, default="a4", help="size of the paper")
    command.add_argument("--font-size", type=int, default=12, metavar="N", help="size of the text: 12 to 20")
    command.add_argument("--language", default="en", metavar="CODE", help="language of the sheet")
    command.add_argument(
        "--grid-weeks", type=int, default=1, metavar="N", help="weeks of the tick grid: 0 to 12"
    )
    command.add_argument("--gray", action="store_true", help="in gray, for a printer without color")
    command.set_defaults(run=_run_print)


def _add_replay(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("replay", help="fold a journal file through the rules")
    command.add_argument("journal", type=Path, metavar="JOURNAL", help="a journal file")
    command.add_argument("--json", action="store_true", help="for other programs")
    command.set_defaults(run=_run_replay)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("export", help="write what is kept into a file")
    command.add_argument(
        "kind",
        choices=("journal", "plan", "library", "csv", "calendar"),
        metavar="KIND",
        help="journal, plan, library, csv (the journal as tables) or calendar (the plan's coming weeks)",
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help="the file to write; for csv a .zip file or a folder",
    )
    command.set_defaults(run=_run_export)


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("import", help="take in a plan, library or journal file")
    command.add_argument("file", type=Path, metavar="FILE", help="the file")
    command.set_defaults(run=_run_import)


def _add_backup(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("backup", help="write the whole journal into one file")
    command.add_argument("out", type=Path, metavar="OUT", help="the file, or a folder for a dated one")
    command.set_defaults(run=_run_backup)


def _add_restore(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("restore", help="replace the journal by a backup; the present one is kept")
    command.add_argument("file", type=Path, metavar="FILE", help="the backup")
    command.set_defaults(run=_run_restore)


def _add_open(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("open", help="open the window, and in it a plan, library or journal file")
    command.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="the file; none opens the window alone"
    )
    command.set_defaults(run=_run_window)


def _run_replay(options: argparse.Namespace) -> int:
    from ankle_coach import journal_commands  # noqa: PLC0415 - as above

    replay = journal_commands.replay_json if options.json else journal_commands.replay_text
    print(replay(options.journal))
    return 0


def _run_export(options: argparse.Namespace) -> int:
    from ankle_coach import journal_commands  # noqa: PLC0415 - as above

    journal_commands.export(options.data_dir, options.kind, options.output)
    return 0


def _run_import(options: argparse.Namespace) -> int:
    from ankle_coach import journal_commands  # noqa: PLC0415 - as above

    print(journal_commands.import_file(options.data_dir, options.file))
    return 0


def _run_backup(options: argparse.Namespace) -> int:
    from ankle_coach import journal_commands  # noqa: PLC0415 - as above

    print(journal_commands.backup(options.data_dir, options.out))
    return 0


def _run_restore(options: argparse.Namespace) -> int:
    from ankle_coach import journal_commands  # noqa: PLC0415 - as above

    print(journal_commands.restore_journal(options.data_dir, options.file))
    return 0


def _run_figure(options: argparse.Namespace) -> int:
    from ankle_coach import drawing  # noqa: PLC0415 - it loads Qt

    drawing.draw(options.exercise, options.output, options.level, options.side, options.pose)
    return 0


def _run_print(options: argparse.Namespace) -> int:
    from ankle_coach import printout  # noqa: PLC0415 - it loads Qt

    choices = printout.PrintChoices(
        layout=options.layout,
        paper=options.paper,
        points=options.font_size,
        language=options.language,
        grid_weeks=options.grid_weeks,
        gray=options.gray,
        sheet=options.sheet,
    )
    printout.print_plan(options.plan, options.output, choices)
    return 0


def prepare_window() -> None:
    """Load Qt as quickly as it goes; call it before `ankle_coach.app` is imported.

    The collector of garbage rests until the window is painted (`run_window` wakes it): at the start nothing
    is garbage yet, and it would look through all modules a hundred times.
    """
    gc.disable()
    from ankle_coach.qt_start import load_qt  # noqa: PLC0415 - not for the headless commands

    load_qt()


def _run_window(options: argparse.Namespace) -> int:
    prepare_window()
    if options.self_test:
        from ankle_coach.self_test import run_self_test  # noqa: PLC0415 - it loads Qt

        return run_self_test()
    from ankle_coach.app import run_window  # noqa: PLC0415 - it loads Qt

    return run_window(options.data_dir, demo=_demo(options), file=getattr(options, "file", None))


def _demo(options: argparse.Namespace) -> UserRole | None:
    """Return for whom the sample is opened; None for nobody."""
    from ankle_coach.domain.settings import UserRole  # noqa: PLC0415 - the window needs it too

    if options.demo_therapist:
        return UserRole.THERAPIST
    return UserRole.RUNNER if options.demo else None


def _run_exercises(options: argparse.Namespace) -> int:
    from ankle_coach import commands  # noqa: PLC0415 - content is read only by the commands that need it

    print(commands.exercises_json() if options.json else commands.exercises_text())
    return 0


def _run_check(options: argparse.Namespace) -> int:
    from ankle_coach import commands  # noqa: PLC0415 - as above

    problems = commands.check(options.files)
    for problem in problems:
        print(problem, file=sys.stderr)
    return PROBLEM if problems else 0


def _run_steps(options: argparse.Namespace) -> int:
    from ankle_coach import commands  # noqa: PLC0415 - as above

    listing = commands.steps_of(options.plan, options.on)
    print(listing.as_json() if options.json else listing.as_text())
    return 0
