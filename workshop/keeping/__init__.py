"""What is kept of workshops beside their files: recordings of each sitting, and backups."""
