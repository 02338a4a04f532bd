"""``python -m kg.graph`` writes the Turtle files of the concept schemes anew from the ontology's CSV files."""

from kg.graph.vocabulary import MADE, made_turtle
from kg.scheme import ontology_folder

for name in MADE:
    (ontology_folder() / name).write_text(made_turtle(name), encoding="utf-8", newline="\n")
