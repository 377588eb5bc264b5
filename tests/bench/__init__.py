"""Benchmarks: each module here but `report` is one, with a function `run(report)`.

They print figures for people and assert nothing; a time says little without another from the same
run beside it, so a row can name the row to which it is a ratio.
"""
