"""How notes lie on a board: a pure function from cards to rectangles.

Windows and handouts paint the same board from the same layout. Everything is in board units; one
unit is one pixel at 100 %. No Qt here: whoever asks for a layout hands in a typesetter that knows
the fonts.
"""
