"""What consolidations sign, read as typed contents. Pure."""

from approvals.kinds import Content
from meetings.words.consolidations import ConsolidationContent


def consolidation_in(content: Content) -> ConsolidationContent:
    """A content that a consolidation signed (`read_signed`)."""
    return {
        "title": content["title"],
        "period": content["period"],
        "assessment": content["assessment"],
        "unchecked_reason": content["unchecked_reason"],
        "supplement_of": content["supplement_of"],
        "cases": content["cases"],
        "figures": content["figures"],
        "missing": content["missing"],
        "waiting": content["waiting"],
        "sent_back": content["sent_back"],
        "outside": content["outside"],
        "late": content["late"],
        "contradictions": content["contradictions"],
        "highlights": content["highlights"],
        "proposals": content["proposals"],
    }
