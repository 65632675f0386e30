"""Files of strangers are opened in a process of its own: little memory, little time, no other file."""
