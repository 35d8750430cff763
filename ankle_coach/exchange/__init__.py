"""Formats that leave and enter the program: plan files, CSV, JSON, calendars, runs."""
