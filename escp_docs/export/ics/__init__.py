"""Calendars as iCalendar files."""
