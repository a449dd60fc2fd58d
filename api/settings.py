"""Settings: from the environment, names with `SELA_` in front."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an administrator may set for the service; the command line's options come first."""

    model_config = SettingsConfigDict(env_prefix="SELA_")

    kb: Path | None = None
    body_limit: int = 2_000_000  # bytes of a request
    sparql_timeout: float = 10.0  # seconds
    sparql_rows: int = 100_000
    sparql_workers: int = 2
    sparql_memory: int = 2048  # MB a worker
    rate_limit: float | None = None  # requests a second and client


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
