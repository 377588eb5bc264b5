"""Kills, power cuts, failing and slow disks, and files with any byte changed.

A run of the suite tries some hundreds of each; `--long` tries thousands.
"""
