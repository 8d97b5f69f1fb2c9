"""What a content lacks; pure functions over the content that is signed."""
