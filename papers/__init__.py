"""Documents in (`intake`) and out (`output`): no tables, no requests. Every app may import it; it imports `notation` only."""
