import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from made import document, hostile, reports, story
from msgspec.structs import replace

from wirediff.export import render
from wirediff.export.formats.diff import plain_lines
from wirediff.export.report import Report
from wirediff.model import Document

GIT = shutil.which("git")
PATCH = shutil.which("patch")


def run(folder: Path, data: bytes, *command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=data, cwd=folder, capture_output=True, timeout=60, check=False)


def written(folder: Path, base: Document) -> Path:
    file = folder / base.path
    file.write_text("".join(f"{line}\n" for line in plain_lines(base)), encoding="utf-8", newline="")
    return file


@pytest.mark.skipif(GIT is None, reason="no git here")
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reports())
def test_the_base_with_the_patch_applied_is_the_other_version(tmp_path: Path, report: Report) -> None:
    (part,) = report.stories
    base, other = part.documents[:2]
    data = render(Report((story([base, other]),)), "diff")
    assert data == render(Report((story([base, other]),)), "diff")
    if plain_lines(base) == plain_lines(other):
        assert data == b""
        return
    (tmp_path / ".git").mkdir(exist_ok=True)
    file = written(tmp_path, base)
    moved = data.replace(f"+++ b/{other.path}\t".encode(), f"+++ b/{base.path}\t".encode(), 1)
    result = run(tmp_path, moved, "git", "apply", "--whitespace=nowarn", "--unsafe-paths", "-p1", "-")
    assert result.returncode == 0, result.stderr
    assert file.read_bytes().decode().splitlines() == plain_lines(other)


@pytest.mark.skipif(GIT is None, reason="no git here")
def test_git_counts_the_paragraphs_of_every_pair(tmp_path: Path, report: Report) -> None:
    result = run(tmp_path, render(report, "diff"), "git", "apply", "--numstat", "-")
    assert (result.returncode, result.stdout) == (0, b"2\t3\tb.txt\n"), result.stderr


@pytest.mark.skipif(PATCH is None, reason="no patch here")
def test_patch_understands_it(tmp_path: Path, report: Report) -> None:
    base = report.stories[0].documents[0]
    written(tmp_path, base)
    result = run(tmp_path, render(report, "diff"), "patch", "-p1", "--dry-run", base.path)
    assert result.returncode == 0, result.stdout


@pytest.mark.skipif(GIT is None, reason="no git here")
def test_a_hostile_story_is_a_patch_of_the_lines_it_has(tmp_path: Path) -> None:
    data = render(hostile(), "diff")
    part = hostile().stories[0]
    assert data.count(b"\n--- a/") + data.startswith(b"--- a/") == len(part.documents) - 1
    result = run(tmp_path, data, "git", "apply", "--numstat", "-")
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) == len(part.documents) - 1


def test_the_headers_name_files_and_versions_and_lead_nowhere_else() -> None:
    one, two = document("/etc/a b.txt", "x", ["one"], "AFP"), document("/etc/c\td.txt", "x", ["two"], "BBC")
    lines = render(Report((story([one, two]),)), "diff").decode().splitlines()
    assert lines[:2] == ["--- a/a b.txt\tV1 AFP", "+++ b/c␉d.txt\tV2 BBC"]
    assert lines[2:] == ["@@ -1,2 +1,2 @@", " x", "-one", "+two"]


def test_versions_are_named_from_their_common_folder_wherever_they_lie() -> None:
    one = document("/far/away/stories/agency/one.txt", "", ["The army left."])
    two = document("/far/away/stories/outlet/two.txt", "", ["The army fled."])
    lines = render(Report((story([one, two]),)), "diff").decode().splitlines()
    assert [line.split("\t")[0] for line in lines[:2]] == ["--- a/agency/one.txt", "+++ b/outlet/two.txt"]
    near = [replace(each, path=each.path.removeprefix("/far/away/")) for each in (one, two)]
    assert render(Report((story(near),)), "diff").decode().splitlines()[2:] == lines[2:]
