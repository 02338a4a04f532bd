"""Short invented reports for the tests of the package's outside."""

from __future__ import annotations

from pathlib import Path

REPORTS = {
    "a.txt": "桐庐县推行“红色物业”\n\n近日，桐庐县在全县推行“红色物业”，已建成示范点12个。\n",
    "b.txt": "大足区龙岗街道推行“院坝会”\n\n重庆市大足区龙岗街道推行“院坝会”，调解纠纷86起。\n",
    "c.txt": "梅州市梅县区建立“客家议事厅”\n\n广东省梅州市梅县区建立“客家议事厅”制度，选聘议事员300余名。\n",
    "d.md": "# 平罗县开展“敲门行动”\n\n宁夏平罗县开展“敲门行动”，走访群众2.5万户。\n",
}


def write_reports(folder: Path) -> Path:
    """The folder, made where it is missing, with the reports in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file in a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
