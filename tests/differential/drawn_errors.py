"""The ways of an error that programs are drawn from; the marks are those of drawn_forms.py."""

from __future__ import annotations

ERRORS = """
try:
    {s}
except ValueError as error:
    t({k}, str(error))
    {s}
---
try:
    t({k}, {e})
    {s}
except (TypeError, KeyError):
    {s}
except Exception:
    if {r}:
        raise
    {s}
else:
    {s}
finally:
    {s}
---
try:
    {s}
finally:
    {s}
---
try:
    fails({k})
except ValueError:
    {s}
{s}
---
try:
    y = {r}
    fails({k})
except ValueError:
    {s}
else:
    {s}
---
try:
    y = {r}
except ValueError:
    y = {e}
if y:
    {s}
---
if {r}:
    try:
        return fails({k})
    except ValueError:
        t({k})
return {e}
---
if {r}:
    try:
        x = fails({k})
    except (ValueError, KeyError) as error:
        t({k}, str(error))
    else:
        return t({k}, x)
{s}
---
try:
    if {r}:
        x = fails({k})
    else:
        {s}
except ValueError:
    raise
except KeyError as u:
    {s}
t({k}, u)
---
while tick():
    try:
        fails({k})
        {l}
        break
    except ValueError as error:
        if {r}:
            continue
        {l}
    finally:
        t({k})
else:
    {s}
---
for n in (1, 2):
    try:
        y = fails({k} + n)
    except KeyError:
        if {r}:
            continue
        break
    except ValueError:
        {l}
    else:
        {l}
else:
    {s}
---
try:
    try:
        {s}
        fails({k})
    finally:
        {s}
except KeyError:
    {s}
except ValueError as error:
    y = str(error)
    if {r}:
        raise
---
try:
    return fails({k})
finally:
    if {r}:
        {s}
---
try:
    fails({k})
except (KeyError if {r} else ValueError) as u:
    t({k}, str(u))
    {s}
---
try:
    fails({k})
    t({k}, {e})
except* ValueError as error:
    t({k})
    y = {e}
---
try:
    u = {e}
    if {r}:
        del u
    t({k}, u)
except UnboundLocalError as error:
    {s}
---
try:
    y = environ["GONE"]
    {s}
except KeyError:
    {s}
---
with quiet({e}):
    {s}
---
with quiet({r}) as y, quiet({e}):
    fails({k})
    {s}
---
with suppress(ValueError if {r} else KeyError):
    fails({k})
    {s}
---
if {r}:
    with suppress(ValueError):
        return fails({k})
{s}
---
if {r}:
    with nullcontext({r}) as y:
        return fails({k})
{s}
---
with nullcontext({e}) as y:
    if {r}:
        return y
    {s}
{s}
---
if {r}:
    with quiet({e}):
        fails({k})
        return {e}
else:
    {s}
t({k})
""".strip("\n").split("\n---\n")
