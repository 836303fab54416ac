"""Measurements, for people to read: never a test that depends on a machine's speed."""
