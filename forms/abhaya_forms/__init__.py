"""Forms: their definitions, the law as data, and the engine that runs them."""
