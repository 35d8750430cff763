"""The tests of Ankle Coach; they mirror the package."""
