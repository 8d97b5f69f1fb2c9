"""The institution's own words."""

from collections.abc import Mapping
from types import MappingProxyType

#: What an institution calls itself, its people, who leads it and its admin office; where it says nothing, so.
WORDS: Mapping[str, str] = MappingProxyType(
    {"institution": "trường", "staff": "viên chức", "head": "Hiệu trưởng", "office": "phòng tổng hợp"}
)
