"""SPARQL over a graph, read-only, with errors that say where and what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, Literal, cast
from unicodedata import east_asian_width

from pyparsing import ParseBaseException
from rdflib import Dataset
from rdflib import Literal as RdfLiteral
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query, SPARQLError
from rdflib.term import Node

from kg.errors import QueryError
from kg.graph.disk import oxigraph_of, solve
from kg.graph.memory import ReadStore
from kg.graph.plan import plan
from kg.graph.terms import PREFIXES
from kg.scheme import ontology_folder

Kind = Literal["select", "ask", "graph"]
Term = Node

_QUOTED = re.compile(r'"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*')
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE)
_WIDE_MARKS = "。、“”‘’"  # besides the full-width forms of ASCII
_OUR_TERM = re.compile(r"(?<![\w:])zt:([A-Za-z]\w*)")
_UNKNOWN_PREFIX = re.compile(r"Unknown namespace prefix : (\S*)")
_USED_PREFIX = re.compile(r"(?<![\w:?$-])([A-Za-z][\w.-]*):")
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query: columns, and rows of terms (None where nothing is bound).

    A question that is asked (ASK) has one cell; a graph that is built (CONSTRUCT, DESCRIBE) three columns. ``cut``
    tells that rows were left off.
    """

    kind: Kind
    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    cut: bool = False

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells as text, empty where nothing is bound."""
        return tuple(tuple("" if term is None else str(term) for term in row) for row in self.terms)


def run_query(graph: Dataset, text: str, most: int | None = None) -> Result:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE over the union of all named graphs; no more than ``most`` rows.

    The project's prefixes need not be declared. Rows come in the query's own order, or sorted where it states none,
    so that the same query gives the same bytes. Raises QueryError with position and hint for what cannot be run;
    updates, SERVICE and FROM are refused because they write, or read from elsewhere.
    """
    query = prepare(text)
    on_disk = oxigraph_of(graph)
    if on_disk is not None:
        return _solved_on_disk(on_disk, text, query, most)
    if isinstance(graph.store, ReadStore):
        plan(query.algebra, graph.store)
    try:
        found = graph.query(query)
        if found.type == "ASK":
            return Result("ask", ("answer",), ((RdfLiteral(bool(found.askAnswer)),),))
        if found.type in {"CONSTRUCT", "DESCRIBE"}:
            triples, cut = _taken((tuple(triple) for triple in found.graph or ()), most)
            return Result("graph", ("subject", "predicate", "object"), tuple(sorted(triples, key=_row_key)), cut)
        columns = tuple(str(name) for name in found.vars or ())
        rows, cut = _taken((tuple(row) for row in found), most)  # type: ignore[arg-type]
    except RecursionError as error:
        raise QueryError("查询嵌套太深，请拆开 / nested too deeply; split the query") from error
    except (SPARQLError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise QueryError(
            f'查询算不下去（{str(error)[:120]}）；排序或求和的值可能没有绑定，试试 COALESCE(…, "")'
            " / cannot be evaluated; a value to sort or add up may be unbound, try COALESCE"
        ) from error
    if not _has_order(query.algebra):
        rows.sort(key=_row_key)
    return Result("select", columns, tuple(rows), cut)


def _taken(rows: Iterator[tuple[Any, ...]], most: int | None) -> tuple[list[tuple[Any, ...]], bool]:
    """The first rows, and whether there are more; the rest is never worked out."""
    if most is None:
        return list(rows), False
    taken = list(islice(rows, most + 1))
    return taken[:most], len(taken) > most


def _solved_on_disk(store: Any, text: str, query: Query, most: int | None) -> Result:
    try:
        kind, columns, found = solve(store, text)
        rows, cut = _taken(found, most)
    except (ValueError, SyntaxError, OSError) as error:
        raise QueryError(f"查询算不下去（{str(error)[:160]}）/ cannot be evaluated") from error
    if kind == "ask":
        return Result("ask", columns, ((RdfLiteral(rows[0][0]),),))
    if kind == "graph" or not _has_order(query.algebra):
        rows.sort(key=_row_key)
    return Result(cast("Kind", kind), columns, tuple(rows), cut)


def prepare(text: str) -> Query:
    """A query, parsed and found harmless; raises QueryError."""
    bare = _QUOTED.sub(lambda m: " " * len(m[0]), text)
    _check_marks(bare)
    _check_terms(bare)
    try:
        query = prepareQuery(text, initNs=dict(PREFIXES))
    except ParseBaseException as error:
        raise QueryError(_syntax_message(text, bare, error)) from error
    except RecursionError as error:
        raise QueryError("查询嵌套太深，请拆开 / nested too deeply; split the query") from error
    except Exception as error:  # rdflib raises bare Exception for what it finds after parsing
        raise QueryError(_meaning_message(bare, str(error))) from error
    _check_prefixes(bare)
    if query.algebra.get("datasetClause"):
        raise QueryError(
            f"{_position(bare, 'FROM')}不能用 FROM，请用 GRAPH <…> {{ … }} 选一张命名图 / FROM is refused; use GRAPH"
        )
    if any(node.name == "ServiceGraphPattern" for node in _walk(query.algebra)):
        raise QueryError(
            f"{_position(bare, 'SERVICE')}不能用 SERVICE，本程序不上网 / SERVICE is refused; kg stays offline"
        )
    return query


def _check_marks(bare: str) -> None:
    """Refuse full-width marks outside quotes; some are legal in a variable's name, so ``?x；`` would parse."""
    for offset, char in enumerate(bare):
        if char in _WIDE_MARKS or east_asian_width(char) == "F":
            raise QueryError(f"{_at(bare, offset)}全角符号 {char} 要换成半角 / a full-width mark; type the ASCII one")


def _check_terms(bare: str) -> None:
    known = known_terms()
    for match in _OUR_TERM.finditer(bare):
        if match[1] not in known:
            near = difflib.get_close_matches(match[1], known, n=1)
            hint = f"，是不是 zt:{near[0]} / did you mean zt:{near[0]}?" if near else f"；有：{' '.join(sorted(known))}"
            raise QueryError(f"{_at(bare, match.start())}本体里没有 zt:{match[1]}{hint}")


def _check_prefixes(bare: str) -> None:
    """Refuse prefixes that are neither ours nor declared: rdflib knows some more (foaf), the store on disk does not."""
    known = {*_DECLARED.findall(bare), *(prefix for prefix, _ in PREFIXES)}
    for used in _USED_PREFIX.findall(bare):
        if used not in known:
            raise QueryError(_prefix_message(bare, used))


@lru_cache(maxsize=1)
def known_terms() -> frozenset[str]:
    """The local names of the terms that the ontology defines."""
    core = (ontology_folder() / "core.ttl").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^zt:(\w+) a ", core, re.MULTILINE))


def _syntax_message(text: str, bare: str, error: ParseBaseException) -> str:
    update = _UPDATE.search(bare)
    if update and not re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", bare, re.IGNORECASE):
        return f"{_at(text, update.start())}只能查，不能改（{update[1]}）/ read-only: no {update[1]}"
    hint = ""
    for left, right in ("{}", "()"):
        missing = bare.count(left) - bare.count(right)
        if missing:
            what = f"少 {missing} 个 {right}" if missing > 0 else f"多 {-missing} 个 {right}"
            hint = f"；{what} / unbalanced {left} {right}"
    line = text.split("\n")[error.lineno - 1] if text else ""
    return f"{_at(text, error.loc)}看不懂“{line[error.col - 1 :][:30]}”{hint} / cannot be parsed here"


def _meaning_message(bare: str, said: str) -> str:
    unknown = _UNKNOWN_PREFIX.search(said)
    if unknown is None:
        return f"查询不成立 / not a valid query: {said}"
    return _prefix_message(bare, unknown[1])


def _prefix_message(bare: str, prefix: str) -> str:
    at = _position(bare, f"{prefix}:")
    return (
        f"{at}前缀 {prefix}: 没有声明；可直接用的有 {' '.join(p + ':' for p, _ in PREFIXES)} / unknown prefix {prefix}:"
    )


def _position(bare: str, word: str) -> str:
    return _at(bare, max(0, bare.upper().find(word.upper())))


def _at(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return f"第 {line} 行第 {column} 列 / line {line}, column {column}："


def _has_order(algebra: CompValue) -> bool:
    """Whether the outermost selection is ordered or cut; that of an inner one does not hold outside."""
    node: Any = algebra.get("p")
    while isinstance(node, CompValue):
        if node.name in {"OrderBy", "Slice"}:
            return True
        if node.name not in {"Project", "Distinct", "Reduced"}:
            return False
        node = node.get("p")
    return False


def _walk(node: Any) -> Iterator[CompValue]:
    pending = [node]
    while pending:
        item = pending.pop()
        if isinstance(item, CompValue):
            yield item
            pending.extend(item.values())
        elif isinstance(item, list | tuple | set):
            pending.extend(item)


def _row_key(row: tuple[Node | None, ...]) -> tuple[str, ...]:
    return tuple("" if term is None else f"{term} {type(term).__name__}" for term in row)
