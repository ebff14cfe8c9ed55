"""Shares and their intervals against known values, and when the next step of a rollout may be taken."""

from __future__ import annotations

import json
from fractions import Fraction
from math import comb
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slowly import SINCE

from legacy_codemod.golive.checks import Check
from legacy_codemod.golive.fields import Fields
from legacy_codemod.golive.logs import tally
from legacy_codemod.golive.measures import Rate
from legacy_codemod.golive.rollout import Step, judge
from legacy_codemod.golive.scan import Terms
from legacy_codemod.golive.statistics import incomplete_beta, interval, more_often

# as R's binom.test gives them, and by hand: 1 - 0.025 ** (1 / 10) for none of ten
KNOWN = [
    (0, 10, 0.95, 0.0, 0.3084971),
    (10, 10, 0.95, 0.6915029, 1.0),
    (5, 10, 0.95, 0.1870860, 0.8129140),
    (1, 20, 0.95, 0.0012651, 0.2487328),
    (682, 925, 0.95, 0.7076683, 0.7654066),
]


@pytest.mark.parametrize(("some", "of", "confidence", "low", "high"), KNOWN)
def test_an_interval_is_the_one_that_is_known(some: int, of: int, confidence: float, low: float, high: float) -> None:
    assert interval(some, of, confidence) == pytest.approx((low, high), abs=5e-8)


def at_least(some: int, of: int, share: Fraction) -> Fraction:
    return sum((comb(of, hits) * share**hits * (1 - share) ** (of - hits) for hits in range(some, of + 1)), Fraction(0))


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(1, of), st.just(of))), st.integers(1, 999))
def test_the_beta_function_is_the_sum_of_the_binomial(counts: tuple[int, int], thousandths: int) -> None:
    (some, of), share = counts, Fraction(thousandths, 1000)
    assert incomplete_beta(some, of - some + 1, float(share)) == pytest.approx(
        float(at_least(some, of, share)), abs=1e-12
    )


@pytest.mark.parametrize(("some", "of"), [(0, 7), (3, 7), (7, 7), (1, 200), (123_456, 1_000_000)])
def test_each_end_of_an_interval_leaves_its_tail(some: int, of: int) -> None:
    low, high = interval(some, of, 0.99)
    assert low <= some / of <= high
    if some:
        assert incomplete_beta(some, of - some + 1, low) == pytest.approx(0.005, rel=1e-6)
    if some < of:
        assert 1 - incomplete_beta(some + 1, of - some, high) == pytest.approx(0.005, rel=1e-6)


def exact(one: Rate, other: Rate) -> Fraction:
    some = one.some + other.some
    most = min(one.all, some)
    ways = (comb(one.all, hits) * comb(other.all, some - hits) for hits in range(one.some, most + 1))
    return Fraction(sum(ways), comb(one.all + other.all, some))


RATES = st.integers(1, 40).flatmap(lambda of: st.builds(Rate, st.integers(0, of), st.just(of)))


@settings(max_examples=100, deadline=None)
@given(RATES, RATES)
def test_fishers_test_is_the_sum_over_all_tables(one: Rate, other: Rate) -> None:
    assert more_often(one, other) == pytest.approx(float(exact(one, other)), rel=1e-9)


def test_the_lady_tasting_tea() -> None:
    """Fisher's own example: three of four cups told right have a chance of 17 in 70."""
    assert more_often(Rate(3, 4), Rate(1, 4)) == pytest.approx(17 / 70)


def record(source: str, number: int, **more: object) -> str:
    return json.dumps({"ts": f"2026-11-05T12:00:{number % 60:02}Z", "source": source, "resolve_ms": 40.5, **more})


def judged(root: Path, lines: list[str], step: Step) -> dict[str, Check]:
    (root / "app.jsonl").write_text("".join(f"{line}\n" for line in lines))
    found = tally(root, ["app.jsonl"], Terms(Fields(), SINCE))
    return {check.name: check for check in judge(found, step)}


def mixed(new: int, legacy: int) -> list[str]:
    return [record("restormel", n) for n in range(new)] + [record("legacy", n) for n in range(legacy)]


FITS = [(250, 750, 25, True), (300, 700, 25, False), (200, 800, 25, False), (1000, 0, 100, True), (9999, 1, 100, False)]


@pytest.mark.parametrize(("new", "legacy", "percent", "good"), FITS)
def test_the_share_fits_the_percentage_or_not(tmp_path: Path, new: int, legacy: int, percent: int, good: bool) -> None:
    assert judged(tmp_path, mixed(new, legacy), Step(percent))["share"].passed is good


def test_too_few_records_tell_nothing(tmp_path: Path) -> None:
    checks = judged(tmp_path, mixed(5, 95), Step(5))
    assert not checks["records"].passed
    assert checks["share"].passed


def test_more_errors_than_on_the_legacy_path_fail(tmp_path: Path) -> None:
    lines = mixed(500, 500)
    assert judged(tmp_path, lines, Step(50))["errors"].passed
    worse = [record("restormel", n, level="error") for n in range(20)] + lines[20:]
    assert not judged(tmp_path, worse, Step(50))["errors"].passed
    alike = [record("legacy", n, level="error") for n in range(20)] + worse[:-20]
    assert judged(tmp_path, alike, Step(50))["errors"].passed


def test_a_slow_new_path_fails_by_its_p95_and_beside_the_legacy_path(tmp_path: Path) -> None:
    slow = [record("restormel", n, resolve_ms=250.5) for n in range(20)]
    checks = judged(tmp_path, mixed(480, 500) + slow, Step(50))
    assert checks["latency"].passed
    assert not checks["slow records"].passed
    assert not judged(tmp_path, mixed(300, 500) + slow * 10, Step(50))["latency"].passed


def test_without_latencies_nothing_is_known(tmp_path: Path) -> None:
    lines = [line.replace("resolve_ms", "other") for line in mixed(200, 200)]
    assert "name the field" in judged(tmp_path, lines, Step(50))["latency"].said


@pytest.mark.parametrize(("percent", "following"), [(0, 5), (5, 25), (10, 25), (25, 50), (50, 100), (100, None)])
def test_the_next_step(percent: int, following: int | None) -> None:
    assert Step(percent).next == following
