"""An adopted version of which nobody can see what changed, when, by whom and why."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.model import Change
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.WARNING,
    since="adopted",
    looks_at=("version", "date", "by", "because", "approved"),
    relies_on=("changelog",),
)
def version_without_changelog(case: Case) -> Iterator[Complaint]:
    """Find that the version has no entry in the changelog, or one that says too little."""
    version = case.strategy.head.version
    if version is None:
        return
    keys = [key for key in case.strategy.changelog if _folded(key) == _folded(version)]
    if not keys:
        yield _no_entry(version)
        return
    missing = list(_missing(case.strategy.changelog[keys[-1]]))
    if missing:
        yield _thin_entry(version, keys[-1], missing)


def _folded(version: str) -> str:
    return version.strip().lower().removeprefix("v").strip()


def _missing(change: Change) -> Iterator[Message]:
    if change.date is None:
        yield Message("when")
    if not change.by:
        yield Message("by whom")
    if not (change.because or change.approved):
        yield Message("why")


def _no_entry(version: str) -> Complaint:
    values = {"version": version}
    return complaint(
        ("strategy", "version"),
        Message("the changelog does not know version {version}", values),
        Message(
            "write it under “changelog:”: {form}",
            {"form": f'"{version}": {{date: …, by: …, because: …}}'},
        ),
        question=Message("What changed in version {version}, who decided it, and why?", values),
    )


def _thin_entry(version: str, key: str, missing: list[Message]) -> Complaint:
    values = {"version": version, "missing": missing}
    return complaint(
        ("changelog", key, KEY),
        Message("of version {version} the changelog does not say {missing}", values),
        Message("write it there: {form}", {"form": "date: …, by: …, because: … (approved: …)"}),
        related=[Related(Message("this is the version in force"), ("strategy", "version"))],
        question=Message("Version {version} was decided: {missing}?", values),
    )
