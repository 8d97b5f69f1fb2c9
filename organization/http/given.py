"""What a request gives: its body and query, the digest that was seen (If-Match), the key under which it is done once."""

import hashlib
import re
from typing import Any

from django.utils.translation import gettext
from rest_framework.request import Request

from .problems import Detail, Problem
from .serializers import StrictSerializer

#: A proxy that compresses makes a strong tag weak; what it names is a digest of the content all the same.
ENTITY_TAG = re.compile(r'^(?:W/)?"([^"]+)"$')
KEY = re.compile(r"^[\x21-\x7e]{8,100}$")


def body(request: Request, form: type[StrictSerializer]) -> dict[str, Any]:
    """What the request's body says, in the shape of the form.

    Raises:
        rest_framework.exceptions.ValidationError: 400, naming each field.
    """
    return checked(form(data=request.data))


def fields_of(request: Request) -> dict[str, Any]:
    """The body's fields, unchecked; none where it is no object, for any JSON may have been sent."""
    return request.data if isinstance(request.data, dict) else {}


def asked(request: Request, form: type[StrictSerializer]) -> dict[str, Any]:
    """What the request's query asks for, in the shape of the form.

    Raises:
        rest_framework.exceptions.ValidationError: 400, naming each field.
    """
    return checked(form(data=request.query_params.dict()))


def checked(given: StrictSerializer) -> dict[str, Any]:
    """The checked values of a form that was filled in."""
    given.is_valid(raise_exception=True)
    return dict(given.validated_data)


def digest_seen(request: Request) -> str:
    """The digest in If-Match.

    Raises:
        Problem: 428 without it, 400 where it is no single entity tag.
    """
    header = request.headers.get("If-Match", "").strip()
    if not header:
        raise Problem(428, "digest-missing")
    found = ENTITY_TAG.match(header)
    if not found:
        text = gettext("If-Match holds one digest in double quotes.")
        raise Problem(400, "malformed", [Detail("if-match", text, field="If-Match")])
    return found[1]


def idempotency_key(request: Request) -> str:
    """The Idempotency-Key: 8 to 100 visible ASCII characters.

    Raises:
        Problem: 400 where it is missing or of another form.
    """
    key = request.headers.get("Idempotency-Key", "").strip()
    if not KEY.match(key):
        text = gettext("Send an Idempotency-Key of 8 to 100 visible ASCII characters.")
        raise Problem(400, "malformed", [Detail("idempotency-key", text, field="Idempotency-Key")])
    return key


def session_of(request: Request) -> str:
    """What the ledger keeps of who asked: the SHA-256 of the session key, or the token's own digest."""
    if request.auth is not None:
        return str(getattr(request.auth, "digest", ""))[:64]
    return hashlib.sha256((request.session.session_key or "").encode()).hexdigest()
