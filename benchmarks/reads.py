"""A number into functions that read the flag, and what they are once it is folded to true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

KEY = "new-router"


@dataclass(frozen=True)
class Reading:
    """The text of some functions before the fold and after it."""

    before: str
    after: str


# a line of both, one of before, one of after: the first two columns say which
_SHAPES = (
    '''

  def route_{n}(order):
      """Find the way of an order; by the tables, where there is no plan."""
-     if flags.is_enabled("{key}"):
-         return order.plan({n})
-     else:
-         return weigh_{m}(order)
+     return order.plan({n})
''',
    '''

  def charge_{n}(order):
      """What the way of an order costs."""
      total = order.total
-     if flags.is_enabled("{key}"):
-         stops = order.stops(limit={n})
-         total += len(stops) * 3
-     else:
-         # the tables know no stops
-         total += weigh_{m}(order)
+     stops = order.stops(limit={n})
+     total += len(stops) * 3
      return total
''',
    '''

  def parcels_{n}(order):
      """What an order is packed into."""
-     if not flags.is_enabled("{key}"):
-         return [weigh_{m}(order)]
      parcels = [part.parcel for part in order.parts if part.kind != "letter"]
      return sorted(parcels, key=len)
''',
    '''

  def carrier_{n}(order):
      """Who carries an order."""
-     if flags.is_enabled("{key}"):
-         return order.plan({n}).carrier
-     log.info("order %s goes by the tables", order.number)
-     return order.region.carriers[weigh_{m}(order)]
+     return order.plan({n}).carrier
''',
    '''

  def late_{n}(order):
      """Whether an order is late."""
-     if order.sent and flags.is_enabled("{key}"):
+     if order.sent:
          return order.plan({n}).late
      return order.days > 3
''',
    '''

  class Desk{n}:
      """Where orders are asked about."""

      def where(self, order):
          """The place where an order is now."""
-         if flags.is_enabled("{key}") and order.tracked:
+         if order.tracked:
              place = order.plan({n}).place
          else:
              place = order.region.name
          return place

      def ask(self, order):
          """Ask the carrier about an order."""
-         if not flags.is_enabled("{key}"):
-             return weigh_{m}(order)
-         else:
-             answer = order.carrier.ask(order.number)
-             self.answers[order.number] = answer
-             return answer
+         answer = order.carrier.ask(order.number)
+         self.answers[order.number] = answer
+         return answer
''',
)

_FIRST = '''

  def dispatch_{n}(order):
      """Send an order on its way."""
-     if flags.is_enabled("chain-{length}"):
-         return order.plan({n})
-     return fall_back_{then}(order)
+     return order.plan({n})
'''
_LINK = '''\
-
-
- def fall_back_{n}(order):
-     """The way of an order without a plan: that of the order that it belongs to."""
-     if order.parent is None:
-         return order.region
-     return fall_back_{then}(order.parent)
'''
_LAST = '''\
-
-
- def fall_back_{n}(order):
-     """The way of an order without a plan: by its weight."""
-     return order.region.ways[weigh_{n}(order)]
'''


def reading(number: int, old: int) -> Reading:
    """Three of the shapes for module ``number``; where the flag is off, they ask ``weigh_<old>``."""
    shapes = "".join(_SHAPES[(number + each) % len(_SHAPES)] for each in (0, 2, 3))
    return _reading(shapes.format(n=number, m=old, key=KEY))


def link(number: int, then: int | None, length: int | None) -> Reading:
    """One link of a chain, which asks the link ``then``; the first one reads the flag of the chain of that length."""
    shape = _LAST if then is None else _LINK if length is None else _FIRST
    return _reading(shape.format(n=number, then=then, length=length))


def _reading(text: str) -> Reading:
    return Reading("".join(_lines(text, "-")), "".join(_lines(text, "+")))


def _lines(text: str, sign: str) -> Iterator[str]:
    for line in text.splitlines(keepends=True):
        if line[0] in f" \n{sign}":
            yield line[2:] or "\n"
