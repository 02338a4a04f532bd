"""Scripts of broadcasts: labels that number the items part them, labels within one report do not."""

from __future__ import annotations

import pytest

from kg.read import read_text

HEAD = "《平南新闻》口播稿\n2024年5月6日\n\n"
ITEMS = (
    ("大安镇：村口有了说事亭", "大安镇今年建起12个说事亭，办结诉求310件。镇里的干部每周三到亭里坐班。"),
    ("丹竹镇：渔家积分换网具", "丹竹镇把渔家做好事记成积分，可以换网具。今年已有300户渔家兑换。"),
    ("思旺镇：调解员坐到茶桌边", "思旺镇聘请20名老茶客做调解员，去年调解纠纷88起，成功85起，少有人再上法院。"),
)


def titles(text: str) -> list[str]:
    return [article.title for article in read_text(text, "script").articles]


@pytest.mark.parametrize(
    "form",
    [
        "【口播{cn}】\n{head}\n\n{body}\n",
        "【口播{cn}】{head}\n{body}\n",
        "【口播{n}】\n{head}\n{body}\n",
        "【消息{cn}】{head}\n{body}\n",
        "【口播】\n{head}\n{body}\n",
        "【标题】{head}\n【口播】{body}\n",
    ],
    ids=["line", "same line", "digits", "news", "no number", "headline label"],
)
def test_labels_of_items_part_a_script(form: str) -> None:
    text = HEAD + "\n".join(
        form.format(cn="一二三"[i], n=i + 1, head=head, body=body) for i, (head, body) in enumerate(ITEMS)
    )
    assert titles(text) == [head for head, _ in ITEMS]


def test_a_script_may_have_more_than_ten_items() -> None:
    numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    items = [(f"大安镇{n}村：村口有了说事亭", ITEMS[0][1]) for n in "东西南北前后上下左右里外"]
    text = HEAD + "\n".join(f"【口播{n}】{h}\n{b}\n" for n, (h, b) in zip(numbers, items, strict=True))
    assert titles(text) == [head for head, _ in items]


def test_labels_within_one_report_do_not_part_it() -> None:
    (head, body), (_, second), _ = ITEMS
    text = f"{head}\n\n【口播1】{body}\n【同期声】村民 覃桂芳\n现在说事不出村。\n【口播2】{second}\n"
    assert titles(text) == [head]


def test_numbers_that_do_not_count_from_one_part_nothing() -> None:
    (head, body), (other, second), _ = ITEMS
    assert len(titles(f"{HEAD}【口播2】\n{head}\n{body}\n\n【口播5】\n{other}\n{second}\n")) == 1


@pytest.mark.parametrize("shown", ["（字幕：一条船 一本账）", "（画面：渔民划船来到说事点）"])
def test_what_the_screen_shows_heads_no_report(shown: str) -> None:
    text = f"标题：水上也有说事点\n\n【正文】{ITEMS[0][1]}\n{shown}\n【正文】{ITEMS[2][1]}\n"
    assert titles(text) == ["水上也有说事点"]


def test_a_caption_on_the_screen_heads_no_report() -> None:
    text = (
        "平南县融媒体中心播出稿\n标题：大安镇：村口有了说事亭\n\n【正文】\n大安镇今年建起12个说事亭，办结诉求310件。\n"
        "【字幕】\n下寺村：自筹38万元 修渠6条 装灯90盏\n【正文】\n下寺村的渠是村民自己修的，"
        "镇里的干部每周三到亭里坐班。\n"
    )
    assert titles(text) == ["大安镇：村口有了说事亭"]
