"""Settings: from the environment, names with `SELA_` in front."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from kg.errors import InvalidInput


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


def read_settings(**given: float | None) -> Settings:
    """The settings of this process, what is given here (and not None) first; raises InvalidInput."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        said = "; ".join(f"SELA_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise InvalidInput(f"A setting can't be used: {said}. Correct or remove it.") from error
