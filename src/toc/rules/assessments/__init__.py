"""Assessments, and the questionnaire that they answer."""

from toc.words import Message

TITLE = Message("Assessments")

NEEDS = ("assessments", "questions")
