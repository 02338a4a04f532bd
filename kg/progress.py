"""Progress of long work on stderr: failures at once, a count every few seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

EVERY = 2.0


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
    """Counts finished inputs and tells the person about it, at most every two seconds."""

    say: Callable[[str], None]
    done: int = 0
    failed: int = 0
    told: float = field(default_factory=time.monotonic)

    def step(self, outcome: Done) -> None:
        """Count one input; a failure is told at once."""
        self.done += 1
        if outcome.error is not None:
            self.failed += 1
            self.say(f"读不了 / cannot read {outcome.name}：{outcome.error}")
        if time.monotonic() - self.told >= EVERY:
            self.told = time.monotonic()
            self.say(f"已读 {self.done} 个文件 / {self.done} files read")

    def end(self) -> None:
        """Tell the total where something failed."""
        if self.failed:
            self.say(f"{self.done} 个文件中 {self.failed} 个读不了 / {self.failed} of {self.done} files failed")
