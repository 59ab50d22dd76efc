"""Speed on one core and start-up time, measured against peers in the same run."""
