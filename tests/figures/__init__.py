"""Tests of the drawn figures."""
