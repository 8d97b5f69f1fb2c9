"""The server's entrance: HTTP, sockets, and a lifespan that starts the job threads and keeps the loop."""

import asyncio
import os
from typing import Any

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, Scope

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.core.asgi import get_asgi_application

django_application = get_asgi_application()

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.conf import settings
from django.urls import path, re_path

from notifications import push
from notifications.consumers import NotificationConsumer, NowhereConsumer

from .bodies import Bounded
from .jobs import JOBS
from .ledger import assert_guarded
from .runner import Runner
from .sockets import Available

#: Channels routes ASGI applications through Django's path(), which its types do not know.
consumer: Any = NotificationConsumer.as_asgi()
nowhere: Any = NowhereConsumer.as_asgi()
routes: Any = [path("ws/notifications/", consumer), re_path("", nowhere)]
sockets = URLRouter(routes)
router = ProtocolTypeRouter(
    {
        "http": Bounded(django_application),
        "websocket": Available(AllowedHostsOriginValidator(AuthMiddlewareStack(sockets))),
    }
)


async def lifespan(receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    """Starts the job threads with the server and stops them with the server; refuses to start unguarded."""
    runner = Runner(JOBS if settings.JOBS == "thread" else ())
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            try:
                await asyncio.to_thread(assert_guarded)
            except RuntimeError as error:
                await send({"type": "lifespan.startup.failed", "message": str(error)})
                return
            push.keep_loop(asyncio.get_running_loop())
            runner.start()
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await asyncio.to_thread(runner.stop)
            push.keep_loop(None)
            await send({"type": "lifespan.shutdown.complete"})
            return


async def application(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    """The ASGI application."""
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
    else:
        await router(scope, receive, send)
