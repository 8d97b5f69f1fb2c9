"""An API client as a browser or script would be one: JSON, If-Match, Idempotency-Key."""

from typing import Any
from uuid import UUID, uuid4

from rest_framework.test import APIClient

from organization.models import User

Id = UUID | str


class Api:
    """One person's client; paths are below /api/v1/. The session is a real one, CSRF checks are off."""

    def __init__(self, user: User | None) -> None:
        self.user = user
        self.client = APIClient(HTTP_ACCEPT_LANGUAGE="en", SERVER_NAME="localhost")
        if user is not None:
            self.client.force_login(user)

    def get(self, path: str, **params: Any) -> Any:
        """GET."""
        return self.client.get(f"/api/v1/{path}", params)

    def download(self, path: str, **params: Any) -> tuple[Any, bytes]:
        """GET of a file: the answer and its bytes, read to the end."""
        answer = self.get(path, **params)
        return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content

    def upload(self, path: str, file: Any, **fields: str) -> Any:
        """POST of a file as a form does it."""
        return self.client.post(f"/api/v1/{path}", {"file": file, **fields}, format="multipart")

    def send(
        self, method: str, path: str, body: Any = None, *, digest: str | None = None, key: str | None = None
    ) -> Any:
        """POST, PUT, PATCH or DELETE, with If-Match and Idempotency-Key where given."""
        headers = {}
        if digest is not None:
            headers["HTTP_IF_MATCH"] = f'"{digest}"'
        if key is not None:
            headers["HTTP_IDEMPOTENCY_KEY"] = key
        return getattr(self.client, method)(f"/api/v1/{path}", body, format="json", **headers)

    def post(self, path: str, body: Any = None, **headers: Any) -> Any:
        """POST."""
        return self.send("post", path, body, **headers)

    def digest(self, case_id: Id) -> str:
        """The digest of a case, as this person sees it."""
        return str(self.get(f"cases/{case_id}").json()["digest"])

    def act(
        self, case_id: Id, act: str, *, digest: str | None = None, key: str | None = None, **body: Any
    ) -> Any:
        """One act; reads the digest first unless it is given."""
        seen = self.digest(case_id) if digest is None else digest
        return self.post(f"cases/{case_id}/acts", {"act": act, **body}, digest=seen, key=key or str(uuid4()))

    def acts(self, case_id: Id) -> dict[str, list[str]]:
        """Every act of the machine with the codes of the reasons against it."""
        listed = self.get(f"cases/{case_id}").json()["acts"]
        return {row["act"]: [reason["code"] for reason in row["reasons"]] for row in listed}
