"""Progress of long work on stderr: failures at once, a count every few seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

EVERY = 5.0
SKIPS_SHOWN = 5


class Done(Protocol):
    """What one finished input tells about itself."""

    @property
    def name(self) -> str:
        """The input's name."""

    @property
    def error(self) -> str | None:
        """Why it could not be read."""


@dataclass
class Progress:
    """Counts finished inputs and tells the person about it, at most every five seconds; keeps what was passed over."""

    say: Callable[[str], None]
    total: int = 0
    done: int = 0
    failed: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    told: float = field(default_factory=time.monotonic)

    def skip(self, path: str, reason: str) -> None:
        """Note a file that is passed over; the first few are told at once."""
        self.skipped.append((path, reason))
        if len(self.skipped) <= SKIPS_SHOWN:
            self.say(f"跳过 / skipped {path}：{reason}")

    def start(self, total: int) -> None:
        """Begin with so many inputs."""
        self.total = total
        more = len(self.skipped) - SKIPS_SHOWN
        if more > 0:
            self.say(f"还跳过 {more} 个文件 / {more} more files skipped")

    def step(self, outcome: Done) -> None:
        """Count one input; a failure is told at once."""
        self.done += 1
        if outcome.error is not None:
            self.failed += 1
            self.say(f"读不了 / cannot read {outcome.name}：{outcome.error}")
        if time.monotonic() - self.told >= EVERY and self.done < self.total:
            self.told = time.monotonic()
            self.say(f"已读 {self.done}/{self.total} 个文件 / {self.done} of {self.total} files read")
