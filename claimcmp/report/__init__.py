"""The report: a pure summary of a comparison, then its rendering as HTML; and the explanation of one finding."""

from claimcmp.report.explanation import Explanation, explain
from claimcmp.report.fragment import render_fragment
from claimcmp.report.page import render_page
from claimcmp.report.summary import summarise
from claimcmp.report.views import Summary

__all__ = ["Explanation", "Summary", "explain", "render_fragment", "render_page", "summarise"]
