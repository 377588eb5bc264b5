"""One workshop in one SQLite file: schema, opening, the writer's thread, whole copies, health."""
