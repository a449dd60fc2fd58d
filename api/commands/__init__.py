"""Commands of `sela`, a room for each kind of work. What a command needs is imported when it runs."""
