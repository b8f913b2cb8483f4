"""One module a format. Each has a `READER`, which wirediff.read.registry finds; docs/reading.md shows how to add one."""
