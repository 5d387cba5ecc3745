"""How much hypothesis tries: the same few examples each time, or as many as one asks for.

`TOC_EXAMPLES=20` tries twenty times as many, each time others.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_FACTOR = int(os.environ.get("TOC_EXAMPLES", "0"))

settings.register_profile(
    "toc",
    deadline=None,
    derandomize=not _FACTOR,
    database=None,
    max_examples=40 * max(_FACTOR, 1),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("toc")
