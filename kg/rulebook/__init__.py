"""Rules and lexicons, loaded, validated and compiled once into one frozen RuleBook."""

from kg.rulebook.book import RuleBook, load_from, load_rulebook
from kg.rulebook.opening import opened
from kg.rulebook.proof import failures
from kg.rulebook.rule import Rule, RuleMatch
from kg.rulebook.scan import Scan
from kg.rulebook.words import alternation

__all__ = [
    "Rule",
    "RuleBook",
    "RuleMatch",
    "Scan",
    "alternation",
    "failures",
    "load_from",
    "load_rulebook",
    "opened",
]
