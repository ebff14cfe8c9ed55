"""A context manager into whether an error in its block surely reaches the code around it."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import member, target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, definition
from legacy_codemod.index.world import World

# Of the standard library; what is not known may swallow an error, as `contextlib.suppress` does.
_PASS_ERRORS = frozenset(
    """
    contextlib.closing contextlib.aclosing contextlib.nullcontext contextlib.redirect_stdout contextlib.redirect_stderr
    contextlib.chdir threading.Lock threading.RLock threading.Condition threading.Semaphore threading.BoundedSemaphore
    asyncio.Lock asyncio.Semaphore asyncio.Condition asyncio.timeout asyncio.TaskGroup multiprocessing.Lock
    multiprocessing.Pool tempfile.TemporaryFile tempfile.NamedTemporaryFile tempfile.SpooledTemporaryFile
    tempfile.TemporaryDirectory io.open io.StringIO io.BytesIO os.scandir os.fdopen gzip.open bz2.open lzma.open
    zipfile.ZipFile tarfile.open urllib.request.urlopen decimal.localcontext warnings.catch_warnings subprocess.Popen
    concurrent.futures.ThreadPoolExecutor concurrent.futures.ProcessPoolExecutor socket.socket sqlite3.connect
    mmap.mmap selectors.DefaultSelector
    """.split()  # noqa: SIM905  a page of words reads better than a list of strings
)
_GENERATORS = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})
_SWALLOWS = (ast.Try, ast.With, ast.AsyncWith)


def passes_errors(world: World, module: Module, item: ast.withitem) -> bool:
    """Whether ``with item:`` never swallows an error, as far as that can be known."""
    return _passes(world, module, item.context_expr)


def _passes(world: World, module: Module, manager: ast.expr) -> bool:
    if isinstance(manager, ast.Name):
        return _is_bound_to_one(world, module, manager)
    if not isinstance(manager, ast.Call) or not isinstance(manager.func, (ast.Name, ast.Attribute)):
        return False
    found = target(world, module, manager.func)
    if isinstance(found, Symbol):
        return _own(world, found)
    if isinstance(found, str):
        return found in _PASS_ERRORS
    return isinstance(manager.func, ast.Name) and manager.func.id == "open" and not module.scopes.resolve(manager.func)


def _is_bound_to_one(world: World, module: Module, name: ast.Name) -> bool:
    """``lock = threading.Lock()``, and nothing else that binds it."""
    scope = module.scopes.resolve(name)
    bindings = scope.bindings[name.id] if scope else []
    match [(binding.kind, binding.value) for binding in bindings]:
        case [(Kind.ASSIGN, ast.Call() as made)]:
            return _passes(world, module, made)
    return False


def _own(world: World, found: Symbol) -> bool:
    """A class whose ``__exit__`` gives nothing, or a generator that yields where nothing is caught."""
    node, module = definition(world, found), world.module(found.path)
    if module is None:
        return False
    if isinstance(node, ast.ClassDef):
        ends = [_definition(world, member(world, found, name)) for name in ("__exit__", "__aexit__")]
        return any(ends) and all(_gives_nothing(end) for end in ends if end)
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    made = len(node.decorator_list) == 1 and target(world, module, node.decorator_list[0]) in _GENERATORS
    return made and not any(isinstance(part, _SWALLOWS) for part in ast.walk(node) if not _only_cleans_up(part))


def _definition(world: World, found: Symbol | str | None) -> ast.AST | None:
    return definition(world, found) if isinstance(found, Symbol) else None


def _gives_nothing(end: ast.AST) -> bool:
    returned = [part for part in ast.walk(end) if isinstance(part, ast.Return)]
    return isinstance(end, (ast.FunctionDef, ast.AsyncFunctionDef)) and all(part.value is None for part in returned)


def _only_cleans_up(part: ast.AST) -> bool:
    """``try: yield finally: …`` that does not leave by its ``finally``."""
    leaves = (ast.Return, ast.Break, ast.Continue)
    return (
        isinstance(part, ast.Try)
        and not part.handlers
        and not any(isinstance(inner, leaves) for statement in part.finalbody for inner in ast.walk(statement))
    )
