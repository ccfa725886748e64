"""Where everything is that is no page of Streamlit."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ui.served import served
from ui.web import api, assets, downloads, entrance, leaving, sources, tables


def healthz(_: Request) -> Response:
    """Say that we are there and that the store can be read."""
    with served().workspace.store.reading():
        return PlainTextResponse("ok")


ROUTES = [
    Route("/healthz", healthz, methods=["GET"]),
    Route("/assets/{digest}/{name}", assets.asset, methods=["GET"]),
    Route("/api/statement", api.statement, methods=["GET"]),
    Route("/api/save", api.save, methods=["POST"]),
    Route("/api/decide", api.decide, methods=["POST"]),
    Route("/api/approve-rest", api.approve_rest, methods=["POST"]),
    Route("/api/draft", api.draft, methods=["POST"]),
    Route("/join/{token}", entrance.invitation, methods=["GET"]),
    Route("/join/{token}", entrance.join, methods=["POST"]),
    Route("/back/{token}", entrance.return_link, methods=["GET"]),
    Route("/back/{token}", entrance.come_back, methods=["POST"]),
    Route("/sign-out", leaving.leaving, methods=["GET"]),
    Route("/sign-out", leaving.sign_out, methods=["POST"]),
    Route("/download/my-data", downloads.my_data, methods=["GET"]),
    Route("/download/catalog", downloads.catalog, methods=["GET"]),
    Route("/download/source", sources.source, methods=["GET"]),
    Route("/download/board.csv", tables.board, methods=["GET"]),
    Route("/download/burn-up.csv", tables.burn_up, methods=["GET"]),
    Route("/download/activity.csv", tables.activity, methods=["GET"]),
    Route("/download/statement", downloads.statement, methods=["GET"]),
    Route("/download/package", downloads.package, methods=["GET"]),
]
