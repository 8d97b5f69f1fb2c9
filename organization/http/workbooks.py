"""Workbooks that the browser keeps."""

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What the API's description says of such an answer.
WORKBOOK = {(200, XLSX): OpenApiTypes.BINARY}


def workbook(name: str, data: bytes) -> HttpResponse:
    """The workbook under a name, which is plain ASCII."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=XLSX, headers=headers)
