"""What consolidations sign and meetings hear, as it stands in a content and goes over the wire."""
