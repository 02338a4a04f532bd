"""Why a fact was read out of a text, and why another was not."""

from kg.explain.model import Reading
from kg.explain.read import Explained, explain_fact, explain_sentence
from kg.explain.show import show_json, show_text

__all__ = ["Explained", "Reading", "explain_fact", "explain_sentence", "show_json", "show_text"]
