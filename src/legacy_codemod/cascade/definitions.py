"""Names of modules and classes that became unused into the statements that go."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from legacy_codemod.cascade.alive import closed_base
from legacy_codemod.cascade.along import Along, goes_along, stays_for
from legacy_codemod.cascade.doubts import dynamic_doubt
from legacy_codemod.cascade.given import given_statements
from legacy_codemod.cascade.guarded import is_guarded, never_raises
from legacy_codemod.cascade.question import Question, Unused
from legacy_codemod.cascade.registers import registers
from legacy_codemod.cascade.together import Statements, without_outside_use
from legacy_codemod.fold.purity import Idle, is_pure
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol, bindings, class_node, instance_stores, qualified, target
from legacy_codemod.index.scopes import Binding, Kind
from legacy_codemod.index.settings import is_settings
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test

_TRANSPARENT = frozenset(
    [
        "staticmethod",
        "classmethod",
        "property",
        "cached_property",
        "cache",
        "lru_cache",
        "override",
        "wraps",
        "contextmanager",
        "asynccontextmanager",
        "dataclass",
        "abstractmethod",
        "total_ordering",
        "overload",
        "fixture",
    ]
)


def unused_definitions(question: Question) -> tuple[list[Unused], list[Finding]]:
    """Definitions that were used where the item began and are not any more.

    Definitions that only use each other go together.
    """
    _scan_once(question)
    candidates: dict[Symbol, Statements] = {}
    findings: list[Finding] = []
    staying: set[Symbol] = set()
    for module, symbol in _candidates(question):
        statements = _goes_whole(question, module, symbol)
        bound = [b.node for b in bindings(question.now.world, symbol)]
        if not (statements or bound) or not (question.before.is_needed(symbol) or _was_a_setting(question, symbol)):
            continue
        if not (reason := _doubt(question, symbol) if statements else _why_held(module, bound)):
            candidates.update({symbol: statements} if statements else {})
        elif not question.now.is_needed(symbol):
            findings.append(Finding(Place(symbol.path, _line(statements or bound)), reason))
            staying.add(symbol)
    for symbol in [s for s in candidates if Symbol(s.path, s.name.rpartition(".")[0]) in staying]:
        del candidates[symbol]  # a class that stays in doubt stays whole
    return _certain(question, candidates, findings)


def _certain(
    question: Question, candidates: dict[Symbol, Statements], findings: list[Finding]
) -> tuple[list[Unused], list[Finding]]:
    """Those that nothing outside of them uses; what one that stays in doubt uses, stays with it."""
    along = {symbol: goes_along(question.now, symbol) for symbol in candidates if question.limits.given_by(symbol)}
    nodes = {node for each in along.values() for node in each.nodes}
    doubtful: set[Symbol] = set()

    def may_go(symbol: Symbol) -> Statements:
        return () if symbol in doubtful else _may_go(question, symbol)

    while True:
        fresh = {symbol: statements for symbol, statements in candidates.items() if symbol not in doubtful}
        gone, held = without_outside_use(question.now, fresh, may_go, nodes)
        doubts = {s: found for s in gone if (found := _doubts(question, s, gone[s], along.get(s)))}
        if not doubts:
            break
        findings += [finding for found in doubts.values() for finding in found]
        doubtful.update(doubts)
    for symbol in [s for s in along if s not in gone and s not in doubtful]:
        doomed = {*candidates[symbol], *nodes}
        findings += stays_for(question.now, symbol, _line(candidates[symbol]), doomed)
    unused = [Unused(s, gone[s], along[s].entries if s in along else ()) for s in gone]
    return unused, [*findings, *held]


def _doubts(question: Question, symbol: Symbol, statements: Statements, along: Along | None) -> list[Finding]:
    reason = dynamic_doubt(question.now, symbol)
    found = [Finding(Place(symbol.path, _line(statements)), reason)] if reason else []
    return [*found, *(along.held if along else ())]


def _scan_once(question: Question) -> None:
    """Look for the names in play, and for the classes that hold them, all at once: each is asked for below."""
    names = {part for symbol in question.dropped.symbols for part in symbol.name.split(".")[-2:]}
    question.now.world.tree.mentions(names)


def _line(nodes: Sequence[ast.AST]) -> int:
    return next((getattr(node, "lineno", 1) for node in nodes), 1)


def _may_go(question: Question, symbol: Symbol) -> tuple[ast.stmt, ...]:
    module = question.now.world.module(symbol.path)
    if module is None or question.now.roots.holds(symbol) or not question.before.is_needed(symbol):
        return ()
    return () if _doubt(question, symbol) else _goes_whole(question, module, symbol)


def _goes_whole(question: Question, module: Module, symbol: Symbol) -> tuple[ast.stmt, ...]:
    world, given = question.now.world, question.limits.given_by(symbol)
    return removable(world, module, symbol) or (given_statements(world, module, given) if given else ())


def _why_held(module: Module, nodes: Sequence[ast.AST]) -> str:
    """Why what binds a name cannot simply go; empty where that is nothing to tell."""
    for node in nodes:
        if getattr(node, "decorator_list", ()) and not _runs_by_itself(module, node):
            return "now unused, but its decorator may register it, so it stays"
        if isinstance(node, ast.ClassDef):
            return "now unused, but making the class may register it, so it stays"
        if isinstance(module.scopes.parents.get(node), ast.Assign):
            return "now unused, but the statement that makes it may do more, so it stays"
    return ""


def _was_a_setting(question: Question, symbol: Symbol) -> bool:
    """Whether the definition stands beside one that was used: an environment's own value of the same setting."""
    if "." in symbol.name or not (symbol.last.isupper() and is_settings(symbol.path)):
        return False
    beside = [s for s in question.dropped.symbols if s.last == symbol.last and is_settings(s.path)]
    if any(question.now.is_needed(s) for s in beside):
        return False  # one read of it went, another is left
    return bool(beside) or symbol.last in question.dropped.settings


def _candidates(question: Question) -> Iterator[tuple[Module, Symbol]]:
    world = question.now.world
    for symbol in sorted(question.dropped.symbols):
        module = world.module(symbol.path)
        if module is not None and not question.now.roots.holds(symbol):
            yield module, symbol
    yield from _settings(question)
    for path, held in world.mentioning(question.dropped.attributes):
        module = world.module(path) if not question.now.roots.is_kept(path) else None
        for node in module.classes if module else ():
            if module and (named := sorted(name for name in held if _binds(module, node, name))):
                owner = Symbol(path, qualified(module, node))
                yield from ((module, owner.member(n)) for n in named if owner.member(n) not in question.dropped.symbols)


def _binds(module: Module, node: ast.ClassDef, name: str) -> bool:
    """Whether a class or its methods (``self.name = …``) bind the name."""
    return name in module.scopes.of_node[node].bindings or bool(instance_stores(module, node, name))


def _settings(question: Question) -> Iterator[tuple[Module, Symbol]]:
    """The same upper-case name in other settings modules: each environment's own value of one setting."""
    names = {s.last for s in question.dropped.symbols if is_settings(s.path)} | question.dropped.settings
    for path, held in question.now.world.mentioning({name for name in names if name.isupper()}):
        module = question.now.world.module(path) if is_settings(path) else None
        for name in sorted(held) if module and not question.now.roots.is_kept(path) else ():
            symbol = Symbol(path, name)
            if module and symbol not in question.dropped.symbols and bindings(question.now.world, symbol):
                yield module, symbol


def _doubt(question: Question, symbol: Symbol) -> str:
    """Why a definition stays although no use of it is left, or an empty string."""
    if symbol in question.limits.reserved or question.limits.is_removed(symbol.path):
        return "now unused; a later item of the inventory removes it"
    if symbol.last.startswith("__") and symbol.last.endswith("__"):
        return "now unused, but Python calls it by its name"
    private = symbol.last.isupper() or symbol.last.startswith("_")
    if "." in symbol.name and not private and (base := closed_base(question.now.world, symbol)):
        return f"{symbol.name} is now unused here, but {base}, which is not in this repository, may call it"
    return ""


def removable(world: World, module: Module, symbol: Symbol) -> tuple[ast.stmt, ...]:
    """The statements that bind ``symbol``, where all of them can go; else none."""
    bound = [b for b in bindings(world, symbol) if b.kind is not Kind.DECLARE]
    found = [_statement(world, module, b) for b in bound] if bound else _stores(world, module, symbol)
    return tuple(s for s in found if s is not None) if all(found) else ()


def _stores(world: World, module: Module, symbol: Symbol) -> list[ast.stmt | None]:
    """``self.name = …`` in the methods of its class: an attribute that nothing reads."""
    owner = class_node(world, Symbol(symbol.path, symbol.name.rpartition(".")[0]))
    found: list[ast.stmt | None] = []
    for store in instance_stores(module, owner, symbol.last) if owner else ():
        statement = module.scopes.parents[store]
        single = isinstance(statement, ast.AnnAssign) or (
            isinstance(statement, ast.Assign) and len(statement.targets) == 1
        )
        value = statement.value if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
        plain = single and value is not None and acts_on_nothing(world, module, value)
        found.append(statement if plain and isinstance(statement, ast.stmt) else None)
    return found


def _statement(world: World, module: Module, binding: Binding) -> ast.stmt | None:
    node = binding.node
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        free = all(map(_is_transparent, node.decorator_list)) and not _runs_by_itself(module, node)
        named = Symbol(module.path, qualified(module, node))
        return None if not free or (isinstance(node, ast.ClassDef) and registers(world, named)) else node
    statement = module.scopes.parents.get(node)
    if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is not None:
        single = isinstance(statement, ast.AnnAssign) or len(statement.targets) == 1
        if is_guarded(module, statement, {binding.name}) and not never_raises(statement.value):
            return None
        return statement if single and acts_on_nothing(world, module, statement.value) else None
    return None


def _runs_by_itself(module: Module, node: ast.AST) -> bool:
    name = getattr(node, "name", "")
    return is_test(module.path) and name.lower().startswith(("test", "setup", "teardown", "pytest_"))


def _is_transparent(decorator: ast.expr) -> bool:
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    return getattr(named, "attr", getattr(named, "id", "")) in _TRANSPARENT or (
        isinstance(named, ast.Attribute) and named.attr in ("setter", "getter", "deleter")
    )


def acts_on_nothing(world: World, module: Module, value: ast.expr) -> bool:
    """Whether making the value does nothing: it is pure, but for plain constructor calls."""
    calls = {n for n in ast.walk(value) if isinstance(n, ast.Call) and _constructs(world, module, n)}
    return is_pure(world, module, value, Idle(calls))


def _constructs(world: World, module: Module, node: ast.Call) -> bool:
    """``Name(…)``: an instance of a class of another distribution, or of one here whose making only stores."""
    named = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if not named.lstrip("_")[:1].isupper():
        return False
    found = target(world, module, node.func)
    if not isinstance(found, Symbol):
        return True
    initial = bindings(world, found.member("__init__"))
    return all(
        isinstance(s, (ast.Assign, ast.AnnAssign, ast.Pass))
        or (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))
        for b in initial
        for s in getattr(b.node, "body", ())
    )
