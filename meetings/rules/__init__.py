"""Rules, pure: functions over what was read; no database."""
