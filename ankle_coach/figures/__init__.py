"""Poses become drawings: one painter for screen, paper and SVG."""
