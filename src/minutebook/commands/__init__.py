"""The commands, one module each: `options` adds what a command accepts to its parser, `run` returns the exit code."""
