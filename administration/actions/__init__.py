"""What personnel, the administrator and lists change; all of it stands in the register."""
