"""Tests of the calls as data."""
