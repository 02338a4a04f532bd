"""Names → entities: which unit of the official list a place name stands for."""
