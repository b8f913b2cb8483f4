"""One command a file: the module is named like the command and has it as `command`."""
