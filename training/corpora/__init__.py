"""Adapters that read the published formats of labelled corpora.

Each adapter takes the folder of its corpus and gives `Labels`. None of the corpora comes with this
package: `ADAPTERS` says which folder of `--corpora DIR` each one looks in.
"""

from __future__ import annotations
