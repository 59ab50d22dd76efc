"""Lexicons, outlets, institutions, officials and labelled examples as typed tables."""
