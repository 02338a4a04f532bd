"""``python -m kg.gazetteer.make --sources DIR``: build the data file from the pinned packages in DIR."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.gazetteer.make import sources
from kg.gazetteer.make.history import add_former
from kg.gazetteer.make.merge import merge
from kg.gazetteer.make.points import add_points
from kg.gazetteer.make.rural import villages
from kg.gazetteer.make.shorts import names
from kg.gazetteer.make.write import write

SHIPPED = Path(__file__).parent.parent / "data" / "gazetteer.sqlite"


def main() -> None:
    """Read the packages, put the lists together, write the file, and say how large it is."""
    parser = argparse.ArgumentParser(prog="python -m kg.gazetteer.make", description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder with the packages that sources.py pins")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="file to write (default: the shipped one)")
    options = parser.parse_args()
    entries = merge(options.sources)
    add_former(entries, options.sources)
    add_points(entries, options.sources)
    found = names(entries, sources.word_list(options.sources))
    write(options.out, entries, found, villages(options.sources, entries))
    print(f"{options.out}: {len(entries)} units, {options.out.stat().st_size / 1e6:.2f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
