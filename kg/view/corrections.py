"""The file ``corrections.csv`` that the page lets a reader download: what readers say is wrong, one row a fact.

UTF-8 with byte-order mark, comma-separated, CRLF, cells quoted where need be; a cell that a spreadsheet would take for
a formula has an apostrophe before it. The columns, in this order, whatever the language of the page:

- ``fact``: the fact's IRI in the graph (``zt:Fact``).
- ``source``, ``article``: the file that the report stands in, and the report's number in it, from 1.
- ``start``, ``end``: where in the report's cleaned text, headline first, the statement stands, half-open code-point
  offsets; empty where the evidence lies outside the text (masthead, distribution list).
- ``quote``: the words at these offsets, without the sentence around them.
- ``family``: what kind of fact it is, one of ``kg.view.data.FAMILIES``.
- ``wrong``: one or more of ``WRONG``, separated by ``;``.
- ``proposed``: what it should say instead, in the reader's words; may be empty.
- ``note``: anything else; may be empty.
"""

from __future__ import annotations

COLUMNS = ("fact", "source", "article", "start", "end", "quote", "family", "wrong", "proposed", "note")
WRONG = ("not-a-practice", "place", "name", "figure", "other")
