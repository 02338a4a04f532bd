"""The queries behind the pages; ``{iri}`` is checked before it is put in."""

ARTICLES = """SELECT ?article ?title (SAMPLE(?issued) AS ?date)
  (GROUP_CONCAT(DISTINCT ?place; SEPARATOR="、") AS ?places)
  (GROUP_CONCAT(DISTINCT ?source; SEPARATOR="、") AS ?sources) WHERE {
  ?article a zt:Article ; dcterms:title ?title ; zt:printedIn/rdfs:label ?source .
  OPTIONAL { ?article dcterms:issued ?issued }
  OPTIONAL { ?article zt:reportsOn/rdfs:label ?place }
} GROUP BY ?article ?title ORDER BY STR(?title)"""

ARTICLE = """SELECT ?title ?text (SAMPLE(?issued) AS ?date)
  (GROUP_CONCAT(DISTINCT ?source; SEPARATOR="、") AS ?sources) WHERE {{
  <{iri}> dcterms:title ?title ; zt:text ?text ; zt:printedIn/rdfs:label ?source .
  OPTIONAL {{ <{iri}> dcterms:issued ?issued }}
}} GROUP BY ?title ?text"""

FACTS = """SELECT DISTINCT ?fact ?subject ?predicate ?object ?rule ?start ?end WHERE {{
  ?fact prov:hadPrimarySource <{iri}> ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
    zt:rule ?rule ; zt:evidence ?e .
  ?e oa:hasSource <{iri}> ; oa:hasSelector ?selector . ?selector oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?s rdfs:label ?named }}
  OPTIONAL {{ ?o rdfs:label|skos:prefLabel ?called . FILTER(LANG(?called) IN ("", "zh")) }}
  BIND(COALESCE(STR(?named), REPLACE(STR(?s), "^.*/", "")) AS ?subject)
  BIND(COALESCE(STR(?called), REPLACE(STR(?o), "^.*/", "")) AS ?object)
  BIND(REPLACE(STR(?p), "^.*#", "") AS ?predicate)
}} ORDER BY ?start ?end ?predicate ?object"""

LABEL = """SELECT ?label WHERE {{
  {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }}
  OPTIONAL {{ <{iri}> rdfs:label|skos:prefLabel ?label . FILTER(LANG(?label) IN ("", "zh")) }}
}} LIMIT 1"""

OUTGOING = """SELECT DISTINCT ?p ("iri" AS ?p_is) ?o ?o_is ?o_label WHERE {{
  <{iri}> ?p ?o . FILTER(?p != zt:text)
  BIND(IF(ISIRI(?o), "iri", "text") AS ?o_is)
  OPTIONAL {{ ?o rdfs:label|skos:prefLabel ?o_label . FILTER(LANG(?o_label) IN ("", "zh")) }}
}} ORDER BY STR(?p) STR(?o) LIMIT 500"""

INCOMING = """SELECT DISTINCT ?s ("iri" AS ?s_is) ?s_label ?p ("iri" AS ?p_is) WHERE {{
  ?s ?p <{iri}> .
  OPTIONAL {{ ?s rdfs:label|skos:prefLabel ?s_label . FILTER(LANG(?s_label) IN ("", "zh")) }}
}} ORDER BY STR(?p) STR(?s) LIMIT 500"""

THING = "CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> }} WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }}"

DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
[] a sd:Service ; sd:endpoint <{endpoint}> ; sd:supportedLanguage sd:SPARQL11Query ; sd:feature sd:UnionDefaultGraph ;
  sd:resultFormat {forms} .
"""
