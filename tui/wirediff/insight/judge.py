"""Judging a substitution once: what it would touch, and the user's glossary file, where judgements are kept."""

import json
import os
import re
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from wirediff.errors import GlossaryError, WriteError
from wirediff.glossary import Glossary, Judged, load
from wirediff.insight.exchange import exchange
from wirediff.insight.judged import holds, in_judgement
from wirediff.insight.ledger import outlet
from wirediff.insight.places import Place
from wirediff.kinds import Severity
from wirediff.model import Comparison

_HEADING = "# Substitutions judged once and for all; `wirediff ledger --judge` adds to them."
_PLAIN = re.compile(r"[^\W_](?:[\w .'’()/-]*[\w.)])?")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")


class Touched(Struct, frozen=True):
    """A difference that a judgement speaks of: both places, and its severity before and after."""

    left: Place
    right: Place
    before: Severity
    after: Severity


def preview(judged: Judged, comparisons: Iterable[Comparison]) -> tuple[Touched, ...]:
    """Every place among some comparisons that a judgement would touch, in order. Writes nothing."""
    found = []
    rules = Glossary(judged=(judged,))
    for comparison in comparisons:
        versions = comparison.collation.versions
        concerned = [each for each in comparison.differences if holds(judged, each, versions)]
        for before, after in zip(concerned, in_judgement(concerned, versions, rules), strict=True):
            sides = exchange(before)
            if sides is not None and before.left is not None and before.right is not None:
                left = Place(versions[before.left.version].path, before.left.paragraph, *sides.left[1:])
                right = Place(versions[before.right.version].path, before.right.paragraph, *sides.right[1:])
                found.append(Touched(left, right, before.severity, after.severity))
    return tuple(found)


def outlets_apart(judged: Judged, comparisons: Iterable[Comparison]) -> tuple[str, ...]:
    """The outlets between which a substitution stands in some comparisons, where it stands but not in its scope.

    Empty where the scope has it, and where it stands nowhere.
    """
    looked_through = tuple(comparisons)
    if preview(judged, looked_through):
        return ()
    anywhere = replace(judged, outlet="", between=())
    found: set[str] = set()
    for comparison in looked_through:
        versions = comparison.collation.versions
        for difference in comparison.differences:
            if difference.left and difference.right and holds(anywhere, difference, versions):
                found |= {outlet(versions[side.version]) for side in (difference.left, difference.right)}
    return tuple(sorted(found))


def record(judged: Judged, path: Path) -> None:
    """Put a judgement at the end of those in a glossary file, which is made where there is none.

    An earlier judgement of the same substitution and scope goes. Everything else in the file stays as it is, comments
    too. The file is replaced as a whole, and only by one that loads as it should. Raises GlossaryError for a file that
    is no glossary, and WriteError.
    """
    if path.exists():
        before, text = load(path), _read(path)
    else:
        before, text = Glossary(), ""
    kept = tuple(each for each in before.judged if not _same(each, judged))
    for index in reversed(range(len(before.judged))):
        if _same(before.judged[index], judged):
            text = _without(text, index)
    _replace(path, _with(text, judged), before, (*kept, judged))


def withdraw(path: Path, judged: Judged | None = None) -> Judged:
    """Take a judgement out of a glossary file, the last one where none is given, and give it back.

    Of `judged` the two texts and the scope count. Raises GlossaryError where the file has no such judgement.
    """
    before = load(path)
    found = [index for index, each in enumerate(before.judged) if judged is None or _same(each, judged)]
    if not found:
        raise GlossaryError(f"{path}: there is no such judgement", "`wirediff glossary show` lists them")
    index = found[-1]
    rest = (*before.judged[:index], *before.judged[index + 1 :])
    _replace(path, _without(_read(path), index), before, rest)
    return before.judged[index]


def _same(one: Judged, other: Judged) -> bool:
    """Whether two judgements speak of one substitution in one scope."""
    sides = {one.one, one.other} == {other.one, other.other}
    kind = one.kind == other.kind or None in {one.kind, other.kind}
    return sides and kind and one.outlet == other.outlet and {*one.between} == {*other.between}


# The file as lines: only those of the section `judged` are ever changed.


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _with(text: str, judged: Judged) -> str:
    """The file with one more judgement behind the others, or in a section of its own at the end."""
    section = _section(text)
    end = "\r\n" if "\r\n" in text else "\n"
    line = f"- {{{', '.join(_members(judged))}}}{end}"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    if section is None:
        gap = [end] if text.strip("\ufeff \r\n") else []
        return "".join([*lines, *gap, _HEADING + end, f"judged:{end}", line])
    key, value = section
    if not value.value:
        at, indent = key.end_mark.line + 1, ""
    else:
        _refuse_brackets(value)
        at, indent = _last_line(value) + 1, " " * value.start_mark.column
    return "".join([*lines[:at], indent + line, *lines[at:]])


def _without(text: str, index: int) -> str:
    """The file without one judgement; with the last one the section goes."""
    section = _section(text)
    if section is None:
        raise AssertionError("a judgement that was loaded stands in the file")
    key, value = section
    _refuse_brackets(value)
    lines = text.splitlines(keepends=True)
    item = value.value[index]
    first, last = item.start_mark.line, _last_line(item)
    if len(value.value) == 1:
        first = key.start_mark.line
        while first and lines[first - 1].strip() in {_HEADING, ""}:
            first -= 1
    return "".join([*lines[:first], *lines[last + 1 :]])


def _refuse_brackets(value: Any) -> None:
    if value.flow_style:
        raise GlossaryError(
            f"line {value.start_mark.line + 1}: judgements in brackets cannot be rewritten",
            "write each on a line of its own behind a dash",
        )


def _section(text: str) -> tuple[Any, Any] | None:
    """The key `judged` of the file and its value, as YAML nodes with their marks."""
    import yaml

    root = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.BaseLoader)
    if root is None:
        return None
    return next(((key, value) for key, value in root.value if key.value == "judged"), None)


def _last_line(node: Any) -> int:
    """The last line of a node's own text: the end mark of a block comes after the comments and blanks behind it."""
    while not getattr(node, "flow_style", True) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    line: int = node.end_mark.line
    return line


def _members(judged: Judged) -> Iterable[str]:
    yield f"from: {_scalar(judged.one)}"
    yield f"to: {_scalar(judged.other)}"
    if judged.kind:
        yield f"kind: {judged.kind}"
    yield f"verdict: {judged.verdict}"
    if judged.outlet:
        yield f"outlet: {_scalar(judged.outlet)}"
    if judged.between:
        yield f"between: [{', '.join(map(_scalar, judged.between))}]"


def _scalar(text: str) -> str:
    """A text as YAML: plain where that is safe, else in double quotes with JSON's escapes, which are YAML's too."""
    if _PLAIN.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _replace(path: Path, text: str, before: Glossary, judged: tuple[Judged, ...]) -> None:
    """Put `text` into the file at once, after seeing that it says what it should and that nothing else has changed."""
    home = path.resolve()
    part = home.with_name(f".{secrets.token_hex(8)}.yaml")
    try:
        with part.open("xb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if not _says(part, replace(before, judged=judged)):
            raise GlossaryError(f"{path}: the judgements cannot be rewritten safely", "change them by hand")
        if home.exists():
            part.chmod(home.stat().st_mode & 0o777)
        part.replace(home)
    except UnicodeEncodeError as error:
        raise GlossaryError(f"{path}: a judgement cannot hold half a character", "name the file otherwise") from error
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
    finally:
        part.unlink(missing_ok=True)


def _says(path: Path, expected: Glossary) -> bool:
    try:
        return load(path) == expected
    except GlossaryError:
        return False
