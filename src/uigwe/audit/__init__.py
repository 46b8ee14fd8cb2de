"""Checks a plan like a compiler checks a program: a case goes in, findings come out. Nothing here says who is wrong."""

from uigwe.audit.case import Case
from uigwe.audit.checks import CHECKS, Check, check_by_id
from uigwe.audit.finding import Finding, Level, Type
from uigwe.audit.report import VERSION, Report, audit

__all__ = ["CHECKS", "VERSION", "Case", "Check", "Finding", "Level", "Report", "Type", "audit", "check_by_id"]
