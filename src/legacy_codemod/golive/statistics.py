"""Counts → how sure they make us: exact intervals and tests for shares, with the standard library alone.

Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26
(1934); the incomplete beta function by Lentz's method for its continued fraction (DLMF 8.17.22,
https://dlmf.nist.gov/8.17#v); Fisher's exact test by its hypergeometric sum.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, fsum, lgamma, log, log1p

from legacy_codemod.golive.measures import Rate

_TINY = 1e-300
_CLOSE = 1e-15


def interval(some: int, of: int, confidence: float) -> tuple[float, float]:
    """The exact (Clopper-Pearson) interval of a share of which ``some`` of ``of`` were seen."""
    tail = (1 - confidence) / 2
    low = _solved(lambda x: incomplete_beta(some, of - some + 1, x), tail) if some else 0.0
    high = _solved(lambda x: incomplete_beta(some + 1, of - some, x), 1 - tail) if some < of else 1.0
    return low, high


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularized incomplete beta function: P(X >= a) of a binomial with a + b - 1 draws, for whole a and b."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def more_often(one: Rate, other: Rate) -> float:
    """Fisher's exact test, one-sided: how likely chance alone gives ``one`` so many more than ``other``."""
    if not one.all or not other.all:
        return 1.0
    some, everything = one.some + other.some, one.all + other.all
    most = min(one.all, some)
    whole = _log_choose(everything, some)

    def chance(hits: int) -> float:
        return exp(_log_choose(one.all, hits) + _log_choose(other.all, some - hits) - whole)

    return min(1.0, fsum(chance(hits) for hits in range(one.some, most + 1)))


def _log_choose(of: int, some: int) -> float:
    return lgamma(of + 1) - lgamma(some + 1) - lgamma(of - some + 1)


def _solved(rising: Callable[[float], float], wanted: float) -> float:
    """Where a function that rises from 0 to 1 on the way from 0 to 1 is ``wanted``."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return (low + high) / 2


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function."""
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    value = d
    step = 0
    while step < 100_000:
        step += 1
        for part in (
            step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step)),
            -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1)),
        ):
            d = 1 / _away(1 + part * d)
            c = _away(1 + part / c)
            value *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return value


def _away(number: float) -> float:
    """Not quite zero, so that it can be divided by."""
    return number if abs(number) > _TINY else _TINY
