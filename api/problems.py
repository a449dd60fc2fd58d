"""Errors over HTTP: `application/problem+json` (RFC 9457), made in this one place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import TypeAdapter
from starlette.exceptions import HTTPException

from kg.errors import Busy, Damaged, InvalidInput, NotFound, SelaError, TimedOut, TooLarge
from kg.sparql.query import Refused

STATUS: tuple[tuple[type[SelaError], int], ...] = (
    (Refused, 403),
    (InvalidInput, 400),
    (NotFound, 404),
    (TooLarge, 413),
    (Busy, 429),
    (TimedOut, 503),
    (Damaged, 500),
    (SelaError, 500),
)
TITLES = {
    400: "Bad request", 403: "Refused", 404: "Not found", 405: "Method not allowed", 406: "Not acceptable",
    413: "Too large", 415: "Unsupported media type", 429: "Too many requests", 500: "Internal error",
    503: "Not available",
}  # fmt: skip
LONGEST_DETAIL = 1_000  # characters
RETRY_AFTER = "2"  # seconds


@dataclass(frozen=True)
class Problem:
    """Why a request was not answered; `detail` says what is wrong and what to do."""

    type: str
    title: str
    status: int
    detail: str


# For /openapi.json: every route may answer so.
RESPONSES: dict[int | str, dict[str, Any]] = {
    code: {"description": said, "content": {"application/problem+json": {"schema": TypeAdapter(Problem).json_schema()}}}
    for code, said in (("4XX", "The request can't be answered as it is"), ("5XX", "The service can't answer now"))
}


def problem(status: int, detail: str) -> JSONResponse:
    """One problem as a response; 429 and 503 say when to try again."""
    headers = {"Retry-After": RETRY_AFTER} if status in (429, 503) else None
    if len(detail) > LONGEST_DETAIL:  # it repeats what was sent; what to do stands at the end
        detail = f"{detail[: LONGEST_DETAIL // 2]} … {detail[-LONGEST_DETAIL // 2 :]}"
    said = Problem("about:blank", TITLES.get(status, "Error"), status, detail)
    return JSONResponse(asdict(said), status, headers, media_type="application/problem+json")


def status_of(error: SelaError) -> int:
    """The HTTP status of an error."""
    return next(status for kind, status in STATUS if isinstance(error, kind))


def install(app: FastAPI) -> None:
    """Let an app answer errors as problems."""

    @app.exception_handler(SelaError)
    def sela_error(request: Request, error: SelaError) -> JSONResponse:
        return problem(status_of(error), str(error))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        said = "; ".join(f"{'.'.join(map(str, e['loc'][1:])) or 'body'}: {e['msg']}" for e in error.errors())
        if request.method == "POST" and "json" not in request.headers.get("content-type", ""):
            said += f". The body's type is {request.headers.get('content-type', 'not given')}; send application/json"
        return problem(400, f"{said}. /openapi.json describes what is expected.")

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> JSONResponse:
        detail = error.detail
        if error.status_code == 404 and detail == "Not Found":
            detail = f"There is nothing at {request.url.path}. /openapi.json lists what is."
        if error.status_code == 400 and isinstance(error.__cause__, RecursionError | UnicodeDecodeError):
            detail = "The body can't be read. Send JSON in UTF-8, as /openapi.json describes it."
        if error.status_code == 405:
            detail = f"{request.method} isn't possible at {request.url.path}. /openapi.json says what is."
        response = problem(error.status_code, str(detail))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    def bug(request: Request, error: Exception) -> JSONResponse:
        return problem(500, "Something went wrong here; it is a bug of this service and has been logged.")
