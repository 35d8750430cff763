"""The journal in SQLite, its migrations and backups, and the settings file."""
