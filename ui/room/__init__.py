"""The room display: draws a room view and nothing else.

What may be seen is decided where the view is made (`workshop.room_view`); here it gets its place
and its size, and where it does not fit, its pages.
"""
