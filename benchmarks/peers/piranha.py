"""A folder and a key into that folder with the flag folded to true, by PolyglotPiranha.

Piranha has clean-up rules for Java, Kotlin, Swift, Go and Ruby, and none for Python. These are the same rules, as far
as the trees need them, and in the same shape: a seed, then edges to what encloses the place that changed. Python has no
braces that could go with an `if`, so each statement behind the first one is told how far it is indented.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from itertools import product

from polyglot_piranha import Filter, OutgoingEdges, PiranhaArguments, Rule, RuleGraph, execute_piranha

_SEED = """(
(call function: (attribute object: (identifier) @module attribute: (identifier) @name)
      arguments: (argument_list . (string) @text .)) @call
(#eq? @module "flags") (#eq? @name "is_enabled") (#eq? @text "\\"@key\\"")
)"""
_EXPRESSIONS = {
    "not_true": ("((not_operator argument: (true)) @whole)", "False"),
    "true_and_x": ('((boolean_operator left: (true) operator: "and" right: (_) @kept) @whole)', "@kept"),
    "x_and_true": ('((boolean_operator left: (_) @kept operator: "and" right: (true)) @whole)', "@kept"),
}
_ON = "(if_statement condition: (true) consequence: (block {statements}))"
_OFF = "(if_statement condition: (false) alternative: (else_clause body: (block {statements})))"
# how far the statements of a function are indented: one of a module, one of a class
_PLACES = {
    "    ": Filter(not_enclosing_node="(class_definition) @inside"),
    "        ": Filter(enclosing_node="(class_definition) @inside"),
}


def main(folder: str, key: str) -> None:
    """Fold, in place."""
    rules = [Rule(name="read", query=_SEED, replace_node="call", replace="True", holes={"key"}), *_cleanups()]
    edges = [
        OutgoingEdges("read", to=["expression", "statement"], scope="Parent"),
        OutgoingEdges("expression", to=["expression", "statement"], scope="Parent"),
        OutgoingEdges("statement", to=["after_return"], scope="Parent"),
        OutgoingEdges("after_return", to=["after_return"], scope="Parent"),
    ]
    graph = RuleGraph(rules=rules, edges=edges)
    execute_piranha(PiranhaArguments("python", [folder], substitutions={"key": key}, rule_graph=graph))


def _cleanups() -> Iterator[Rule]:
    for name, (query, kept) in _EXPRESSIONS.items():
        yield _rule(name, query, "whole", kept, "expression")
    nothing = "((if_statement condition: (false) !alternative) @if)"
    yield _rule("off_without_else", nothing, "if", "", "statement")
    for name, branch in (("on", _ON), ("off", _OFF)):
        yield _rule(
            f"{name}_of_one", f"({branch.format(statements='. (_) @first .')} @if)", "if", "@first", "statement"
        )
        for count, indent in product((2, 3), _PLACES):
            yield _several(name, branch, count, indent)
    after = "((block (return_statement) . (_) @next) @block)"
    yield _rule("after_return", after, "next", "", "after_return")


def _several(name: str, branch: str, count: int, indent: str) -> Rule:
    tags = ("@first", "@second", "@third")[:count]  # none may begin with another
    query = f"({branch.format(statements=''.join(f'. (_) {tag} ' for tag in tags) + '.')} @if)"
    name = f"{name}_of_{count}_by_{len(indent)}"
    return _rule(name, query, "if", f"\n{indent}".join(tags), "statement", {_PLACES[indent]})


def _rule(name: str, query: str, node: str, kept: str, group: str, filters: Collection[Filter] = ()) -> Rule:
    more = {"groups": {group}, "filters": set(filters), "is_seed_rule": False}
    return Rule(name=name, query=query, replace_node=node, replace=kept, **more)


if __name__ == "__main__":
    main(*sys.argv[1:])
