"""Rules and lexicons, loaded, validated and compiled once into one frozen RuleBook."""

from kg.rulebook.book import RuleBook, load_rulebook
from kg.rulebook.rule import Rule, RuleMatch

__all__ = ["Rule", "RuleBook", "RuleMatch", "load_rulebook"]
