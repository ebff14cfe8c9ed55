"""A number into a Python module of a shop: imports, constants, classes and functions, the same ones each time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

IN_A_FOLDER, IN_AN_AREA = 50, 1000
_WORDS = ("harbour", "lantern", "meadow", "quarry", "orchard", "ferry", "granary", "weir", "kiln", "mill")
_HEAD = '''"""The {word} of part {n}: what it costs, and who carries it."""

from __future__ import annotations

import logging
IMPORTS

log = logging.getLogger(__name__)

{caps}_LIMIT = {k}
_RATES = {{"{word}": Decimal("0.{k}"), "express": Decimal("1.{k}"), "bulky": Decimal("2.5")}}
'''
_LIBRARIES = (
    "from dataclasses import dataclass, field\n",
    "from decimal import Decimal\n\n",
    "from shop import flags\n",
)
_WEIGH = '''

def weigh_{n}(order):
    """How heavy an order is by the tables of part {n}."""
    weight = sum(part.weight * part.amount for part in order.parts)
    return min(weight, {caps}_LIMIT)


def ship_{n}(order, carrier=None):
    """Hand an order to a carrier; the next one that comes, where none is given."""
    carrier = carrier or order.region.carriers[0]
    if not carrier.takes(weigh_{n}(order)):
        log.warning("carrier %s does not take order %s", carrier.name, order.number)
        return None
    return carrier.book(order, {caps}_LIMIT)
'''
_PIECES = (
    '''

@dataclass(frozen=True)
class {Word}Line{k}:
    """One line of a bill of the {word}."""

    sku: str
    amount: int = 1
    price: Decimal = Decimal("0")
    notes: tuple[str, ...] = field(default=())

    @property
    def total(self) -> Decimal:
        """What the line costs, with what is due on bulky goods."""
        rate = _RATES["bulky"] if self.sku.startswith("B") else _RATES["{word}"]
        return self.price * self.amount * rate

    def noted(self, note: str) -> {Word}Line{k}:
        """The line with one more note."""
        return {Word}Line{k}(self.sku, self.amount, self.price, (*self.notes, note))
''',
    '''

def bills_{word}_{k}(orders, since=None):
    """The bills of what the {word} sent, by customer."""
    bills = {{}}
    for order in orders:
        if since is not None and order.sent_on < since:
            continue
        # a customer that moved keeps the number
        bills.setdefault(order.customer.number, []).append(order.total * _RATES["{word}"])
    return {{customer: sum(amounts) for customer, amounts in bills.items() if amounts}}
''',
    '''

class {Word}Store{k}:
    """Where the {word} keeps what is on its way."""

    def __init__(self, connection, table="{word}_{k}"):
        self._connection = connection
        self._table = table
        self._held = {{}}

    def load(self, number):
        """One entry; None where nothing is known of it."""
        if number in self._held:
            return self._held[number]
        try:
            row = self._connection.one(f"select * from {{self._table}} where number = :number", number=number)
        except LookupError:
            log.debug("no %s of number %s", self._table, number)
            return None
        self._held[number] = row
        return row

    def save(self, number, row):
        """Write one entry, and remember it."""
        self._connection.write(self._table, {{"number": number, **row}})
        self._held[number] = row
''',
    '''

def express_{word}_{k}(order):
    """Whether an order may go by express."""
    if flags.is_enabled("express-{word}") and order.total > {caps}_LIMIT:
        return order.region.express
    while order.parent is not None:
        order = order.parent
    return any(part.kind == "{word}" for part in order.parts)
''',
    '''

def report_{word}_{k}(orders, *, title="{Word}"):
    """A table of orders for people."""
    rows = [f"{{order.number:>8}} {{order.total:>10}}" for order in orders if order.region.name != "{word}"]
    width = max((len(row) for row in rows), default=len(title))
    head = title.center(width, "-")
    return "\\n".join([head, *rows, "-" * width, f"{{len(rows)}} orders of {{len(orders)}}"])
''',
)

_WEIGHTS = (12, 12, 12, 1, 12)  # one module of twelve reads some flag


def path_of(number: int) -> str:
    """Where the module lies."""
    return f"shop/area_{number // IN_AN_AREA}/part_{number // IN_A_FOLDER % 20}/module_{number}.py"


def module(number: int, more: str = "", imports: Sequence[str] = (), pieces: int = 0) -> str:
    """The text, ``more`` at its end, with those of ``imports`` that it uses; of so many ``pieces``, else of a few."""
    random = Random(number)
    chosen = [*random.choices(_PIECES, _WEIGHTS, k=pieces or random.randint(2, 6)), _WEIGH]
    others = sorted(random.sample(range(number), k=min(number, random.randint(0, 2))))
    head = _filled(_HEAD, number, random)
    body = "".join(_filled(piece, number, random, at) for at, piece in enumerate(chosen))
    body += f"\n\nON_THE_WAY = [{', '.join(f'ship_{each}' for each in (*others, number))}]\n{more}"
    lines = [*_LIBRARIES, *(import_of(f"ship_{other}", other) for other in others), *imports]
    used = "".join(line for line in lines if re.search(rf"\b{line.split()[-1]}\b", head + body))
    return head.replace("IMPORTS\n", used) + body


def import_of(name: str, number: int) -> str:
    """The line that imports ``name`` from a module."""
    return f"from {path_of(number).removesuffix('.py').replace('/', '.')} import {name}\n"


def _filled(text: str, number: int, random: Random, at: int = 0) -> str:
    word = _WORDS[number % len(_WORDS)] if text in (_HEAD, _WEIGH) else random.choice(_WORDS)
    each = at * 100 + random.randint(10, 99)
    return text.format(n=number, k=each, word=word, Word=word.title(), caps=_WORDS[number % 10].upper())
