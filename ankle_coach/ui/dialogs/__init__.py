"""The dialogs that pages open, one module each."""
