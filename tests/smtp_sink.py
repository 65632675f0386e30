"""A real SMTP server on loopback, that keeps what it takes and answers as it is told."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread
from typing import Any


@dataclass
class Sink:
    """`answers` says, mail by mail, how the next is answered; "drop" hangs up after it was taken whole."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        say = self._voice(writer)
        await say("220 sink")
        while line := (await reader.readline()).decode().strip():
            word = line.split()[0].upper()
            if word == "DATA":
                await say("354 go on")
                whole = await reader.readuntil(b"\r\n.\r\n")
                answer = self.answers.pop(0) if self.answers else "250 taken"
                if answer.startswith(("250", "drop")):
                    found: Any = message_from_bytes(whole[:-3], policy=policy.default)
                    self.taken.append(found)
                if answer == "drop":
                    break
                await say(answer)
            else:
                await say("221 bye" if word == "QUIT" else "250 sink")
        writer.close()

    def _voice(self, writer: asyncio.StreamWriter) -> Any:
        async def say(text: str) -> None:
            writer.write(f"{text}\r\n".encode())
            await writer.drain()

        return say


@contextmanager
def listening() -> Iterator[Sink]:
    sink, loop = Sink(), asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(sink.talk, "127.0.0.1", 0))
    sink.port = server.sockets[0].getsockname()[1]
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield sink
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
