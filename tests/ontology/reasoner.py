"""HermiT and the profile checks of the OWL API, out of the jar that owlready2 brings, on Java 8 or later.

Both look at a graph as OWL sees it. Data that OWL 2 DL has no room for (the reification vocabulary, datatypes beyond
its own) is left out by ``as_owl``: the shapes look after it.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rdflib import Graph, Literal
from rdflib.namespace import OWL, RDF, SKOS, XSD

MISSING = next(
    (
        what
        for what, there in (
            ("Java", shutil.which("java")),
            ("owlready2", find_spec("owlready2")),
            ("jpype1", find_spec("jpype")),
        )
        if not there
    ),
    "",
)
_OUTSIDE = {RDF.subject, RDF.predicate, RDF.object, SKOS.notation}
_BEYOND = {XSD.gYear, XSD.gYearMonth, XSD.date}


def as_owl(data: Graph) -> Graph:
    """The part of a graph that OWL 2 DL can speak of, its things declared as individuals."""
    kept = Graph()
    for s, p, o in data:
        foreign = isinstance(o, Literal) and o.datatype in _BEYOND
        if p not in _OUTSIDE and not foreign:
            kept.add((s, p, o))
            if p == RDF.type and not str(o).startswith(str(OWL)):
                kept.add((s, RDF.type, OWL.NamedIndividual))
    return kept


class Reasoner:
    """One ontology in the OWL API, with HermiT over it."""

    def __init__(self, graph: Graph) -> None:
        classes = _java()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "ontology.ttl"
            whole = Graph()
            whole += (triple for triple in graph if triple[1] != OWL.imports)
            whole.serialize(path, format="turtle", encoding="utf-8")
            manager = classes("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
            self.ontology = manager.loadOntologyFromOntologyDocument(classes("java.io.File")(str(path)))
        configuration = classes("org.semanticweb.HermiT.Configuration")()
        configuration.ignoreUnsupportedDatatypes = True
        self._hermit = classes("org.semanticweb.HermiT.Reasoner")(configuration, self.ontology)

    def is_consistent(self) -> bool:
        """Whether the ontology has a model."""
        return bool(self._hermit.isConsistent())

    def unsatisfiable(self) -> set[str]:
        """The IRIs of named classes that can have no member."""
        bottom = self._hermit.getUnsatisfiableClasses().getEntitiesMinusBottom()
        return {str(one.getIRI().toString()) for one in bottom}

    def violations(self, profile: str) -> list[str]:
        """What keeps the ontology out of a profile of OWL 2: DL, RL, EL or QL."""
        check = _java()(f"org.semanticweb.owlapi.profiles.OWL2{profile}Profile")()
        return sorted(str(one.toString()) for one in check.checkOntology(self.ontology).getViolations())


@lru_cache(maxsize=1)
def _java() -> Any:
    """A lookup of Java's classes, the virtual machine started on first use."""
    import jpype
    import owlready2

    jar = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(jar)], convertStrings=False)
    return jpype.JClass
