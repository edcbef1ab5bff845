"""What `dateline evaluate` prints."""

from collections.abc import Iterator, Mapping

from cli.evaluation.measures import NAMES
from cli.evaluation.significance_report import Verdict, differences

_LONGEST = 60


def means(ours: Verdict) -> Iterator[str]:
    """The means."""
    yield f"{len(ours.each)} queries · " + " · ".join(
        f"{name} {value:.4f}" for name, value in zip(NAMES, ours.mean, strict=True)
    )


def compared(ours: Verdict, theirs: Verdict, queries: Mapping[str, str]) -> Iterator[str]:
    """The differences from another run, and of nDCG@10 each query's, the worst first."""
    found = differences(ours, theirs)
    for name, value, difference in zip(NAMES, theirs.mean, found, strict=True):
        yield f"{name}: the other {value:.4f}, difference {difference.mean:+.4f} (p = {difference.chance:.4f})"
    changed = {query: value for query, value in found[0].each.items() if value}
    yield f"{NAMES[0]} differs for {len(changed)} of {len(ours.each)} queries:"
    for query in sorted(changed, key=changed.__getitem__):
        here, there = ours.each[query].ndcg, theirs.each[query].ndcg
        yield f"{changed[query]:+.4f} {there:.4f} → {here:.4f}  {query}: {queries[query][:_LONGEST]}"
