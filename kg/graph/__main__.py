"""``python -m kg.graph`` writes ``ontology/practices.ttl`` anew from the ontology's CSV files."""

from kg.graph.vocabulary import vocabulary_turtle
from kg.scheme import ontology_folder

(ontology_folder() / "practices.ttl").write_text(vocabulary_turtle(), encoding="utf-8", newline="\n")
