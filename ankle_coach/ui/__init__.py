"""The window: pages, dialogs, widgets and models around the services."""
