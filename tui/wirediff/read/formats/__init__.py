"""One module a format, each with a `READER` for wirediff.read.registry; docs/reading.md shows how to add one."""
