"""What goes over the wire. Units are named by their codes, periods by their labels."""
