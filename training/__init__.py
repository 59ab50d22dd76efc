"""Fit, calibrate, evaluate and gate the heads. The only floor that imports scikit-learn."""
