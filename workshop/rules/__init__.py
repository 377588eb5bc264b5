"""The pure rules of a workshop: counting, deciding, timing.

Every module here takes plain values (ids, numbers, stamps, mappings) and returns plain values.
Nothing here knows records, files or windows, so each rule can be read, and tested, on its own.
"""
