"""What was left over when the program or a disk failed, offered in the window; backups."""
