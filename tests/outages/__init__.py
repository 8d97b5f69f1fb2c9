"""What a request comes to when its database or Redis is gone."""
