"""The statements that programs are drawn from.

``{e}`` stands for an expression, ``{p}`` for one that does not await, ``{r}`` for a read of a flag and ``{k}`` for a
number; ``{s}`` is a suite, ``{l}`` one of a loop, ``{f}`` one of a function and ``{y}`` one of a generator.
"""

from __future__ import annotations

SIMPLE = """
t({k})
{e}
x = {e}
y = {e}
z = {e}
x, y = {e}, {e}
x, *y = [{e}, {r}]
y: object = {e}
n += 1 if {r} else 2
n = n + 1 if {r} else n
assert {e}
assert {e}, t({k})
assert not ({r}), {e}
x = [t({k}), {e}] if {r} else []
x = y = [{e}] if {r} else [t({k})]
y.pop() if isinstance(y, list) and y else t({k})
x.clear() if isinstance(x, list) else t({k})
flags.SET = {e}
setattr(flags, "LATE", {e})
vars(flags)["LATE"] = {e}
flags.__dict__.update(SET={e})
settings.late = config.late = {e}
bend()
return {e}
return {e}
return
raise ValueError({e})
raise ValueError(t({k})) from None if {r} else KeyError()
""".strip().split("\n")
YIELDING = ("yield {e}", "y = yield {e}", "yield {r}", "y = (yield {e}) or {r}")
IN_LOOP = ("break", "continue")
COMPOUND = """
if {e}:
    {s}
---
if {r}:
    {s}
---
if {r}:
    {s}
else:
    {s}
---
if {e}:
    {s}
else:
    {s}
---
if {e}:
    {s}
elif {e}:
    {s}
---
if {e}:
    {s}
elif {r}:
    {s}
elif {e}:
    {s}
else:
    {s}
---
if {r}:
    {s}
elif {r}:
    {s}
else:
    {s}
---
if {e}: t({k}); y = {e}
else: t({k})
---
if {r}: return {e}
t({k})
{s}
---
if {r}:
    return {e}
else:
    {s}
t({k})
---
if {r}:
    "a text"
    {s}
---
if w := {e}:
    {s}
t({k}, w)
---
for x in (1, 2):
    {l}
---
for n in range(3):
    {l}
else:
    {s}
---
for x in [v for v in (1, 2) if {r}]:
    if {r}:
        break
    {l}
else:
    {s}
---
for x in (1, 2):
    if {r}:
        t({k})
        continue
    {l}
---
while tick() and ({e}):
    {l}
else:
    {s}
---
while {e}:
    if not tick():
        break
    {l}
---
while {r}:
    if not tick():
        break
    {l}
else:
    {s}
---
while True:
    if {r} or not tick():
        break
    {l}
---
match {e}:
    case 1 | 2 if {e}:
        {s}
    case [_, y] if {r}:
        {s}
    case _ if {e}:
        {s}
---
match x:
    case 0 if {r}:
        {s}
    case z if {r}:
        {s}
    case _:
        {s}
---
match {r}:
    case True | "true" | 100:
        {s}
    case False:
        {s}
    case _:
        t({k})
---
match ({r}, {e}):
    case (True, y) if {e}:
        {s}
    case (x, None | 0):
        {s}
    case z:
        t({k})
---
if {r}:
    from lib import new as z
else:
    from lib import old as z
y = z({e})
""".strip("\n").split("\n---\n")
NESTED = """
def inner(x, z=({p}), *, n=1):
    nonlocal y
    {f}
t({k}, inner({e}))
---
def inner(x):
    nonlocal z
    if {r}:
        z = {p}
    return z
y = inner({e}), z
---
def inner(x):
    global n
    n = 3 if {p} else 4
    if {r}:
        return t({k})
    return n
y = inner({e})
---
def inner(x):
    if {r}:
        u = {p}
        w = u
    t({k})
    return x, u, w
y = inner({e})
---
def inner(ON: ({r}), OFF=({r})) -> str({r}):
    return t({k}) if ON else OFF and {p}
y = inner({e}), inner.__annotations__
---
@mark({e})
@stamp({r})
def inner(x):
    y = z = n = 0
    {f}
y = inner({e})
---
def closed():
    return {p}
y = closed()
t({k})
---
def made(x):
    if {r}:
        yield {p}
    return {p}
y = taken(made({e}))
---
later = lambda x, ON=({r}): x if ON else {p}
y = later({e}), later({e}, 0)
---
class Local:
    if {r}:
        size = {p}
    else:
        size = t({k})
    other = {p}
y = Local.size, Local.other
---
class Local(dict if {r} else list, metaclass=type if {r} else type):
    if {r}:
        u = {p}
    other = u

    def get(self, x=({r})):
        return x and {p}
y = Local.other, Local().get(), Local().get({e})
""".strip("\n").split("\n---\n")
ASYNC = """
async with aquiet({e}):
    {s}
---
async with aquiet({r}) as y:
    fails({k})
    {s}
---
async for x in many(2):
    {l}
else:
    {s}
---
async for x in many(3):
    if {r}:
        continue
    {l}
---
if await a({k}, {r}):
    {s}
---
if {r} and await a({k}):
    {s}
else:
    {s}
---
y = await a({k}) if {r} else await a({k})
t({k})
---
try:
    await a({k}, fails({k}))
except ValueError:
    {s}
finally:
    await a({k})
---
async def inner(x):
    y = z = n = 0
    {f}
y = await inner({e})
---
return await a({k}, {e})
""".strip("\n").split("\n---\n")
