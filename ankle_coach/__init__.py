"""Ankle Coach: a desktop coach for sore running ankles that stays on this computer."""

__version__ = "0.1.0"
