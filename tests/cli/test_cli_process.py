"""What only shows in a process of its own: imports, encodings, pipes, signals."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_calls import process

from wirediff.export import FORMATS

_HEAVY = ["textual", "rapidfuzz", "yaml", "msgspec", "trafilatura", "lxml", "selectolax", "sentencex", "rich"]


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["compare", "--help"], ["export", "--help"], ["comapre"]])
def test_help_loads_no_heavy_library(args: list[str]) -> None:
    code = (
        "import sys\n"
        "from wirediff.__main__ import main\n"
        f"sys.argv = ['wirediff', *{args!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {_HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_no_command_but_the_reader_loads_the_terminal_toolkit() -> None:
    code = (
        "import sys\nfrom wirediff.__main__ import main\n"
        "sys.argv = ['wirediff', 'export', '.', '--format', 'json', '-o', 'out.json']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint('textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_output_is_utf_8_under_any_locale(folder: Path) -> None:
    (folder / "curly.txt").write_text(
        "Überschrift\n\nHe said “no” to the 3 men of the 7th Division — twice.\n", "utf-8"
    )
    for environment in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}):
        for args in (["read", "curly.txt"], ["read", "curly.txt", "--json"]):
            done = process(*args, env=environment)
            assert done.returncode == 0, done.stderr
            assert "“no”" in done.stdout.decode("utf-8")
    assert "…" in process("--help", env={"PYTHONIOENCODING": "ascii"}).stdout.decode("utf-8")


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    long = "\n\n".join(f"Paragraph {n} says a thing or two about the {n}th matter at hand." for n in range(3000))
    (folder / "long.txt").write_text(f"Headline\n\n{long}\n")
    command = [sys.executable, "-m", "wirediff", "read", "long.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


def test_a_full_disk_is_said_in_one_line(folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    command = [sys.executable, "-m", "wirediff", "read", "one.txt"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr == "wirediff: the output cannot be written: no space left on device\n"


def test_ctrl_c_ends_with_130_and_without_a_traceback(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    # Opening a pipe that nobody writes to waits for ever; the reader may refuse it at once, which is as good.
    command = [sys.executable, "-m", "wirediff", "read", "pipe.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        time.sleep(1.5)
        refused = running.poll() is not None
        if not refused:
            running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert running.returncode == (3 if refused else 130)
    assert "Traceback" not in err


def test_the_process_ends_with_the_exit_code_of_the_call(folder: Path) -> None:
    codes = [
        process(*args).returncode
        for args in (
            ["compare", "one.txt", "two.txt"],
            ["check", "one.txt", "two.txt"],
            ["compare", "one.txt"],
            ["read", "missing.txt"],
        )
    ]
    assert codes == [0, 1, 2, 3]


def test_stdout_holds_nothing_but_the_data(folder: Path) -> None:
    (folder / ".wirediff").touch()
    process("notes", "add", "one.txt", "--quote", "fighters", "--text", "kept elsewhere")
    done = process("export", ".", "missing.txt", "--format", "json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["stories"]
    assert b"missing.txt" in done.stderr
    assert b"are kept in" in done.stderr


def test_shell_completion_knows_commands_options_words_and_files() -> None:
    def completed(line: str) -> list[str]:
        words = line.split(" ")
        environment = {
            "_WIREDIFF_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        return process(env=environment).stdout.decode().split()

    assert "plain,compare" in completed("wirediff com")
    assert any(item.startswith("file,") for item in completed("wirediff s"))
    assert "plain,--json" in completed("wirediff compare --j")
    assert "plain,markdown" in completed("wirediff export --format mark")
    assert {f"plain,{name}" for name in FORMATS} == {*completed("wirediff export --format ")}
    assert "plain,number,quote" in completed("wirediff check --fail-on number,quo")
