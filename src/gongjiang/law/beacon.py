"""Public randomness from a drand beacon, offline: the value of a signature and the round of a moment."""

from hashlib import sha256

from gongjiang.law.words import Problem, problem


def beacon_randomness(signature_hex: str) -> str | Problem:
    """SHA-256 (hex) over the signature bytes, as drand does. The BLS signature is not verified here."""
    try:
        signature = bytes.fromhex(signature_hex)
    except ValueError:
        return problem("信标签名不是十六进制", "the beacon signature is not hexadecimal")
    if not signature:
        return problem("信标签名为空", "the beacon signature is empty")
    return sha256(signature).hexdigest()


def beacon_round(genesis: int, period: int, unix_time: int) -> int | Problem:
    """The round published last at `unix_time`; times and period in seconds. Round 1 appears at genesis."""
    if period <= 0:
        raise ValueError("a beacon's period is a positive number of seconds")
    if unix_time < genesis:
        return problem("该时间早于信标的第一轮", "the moment is before the beacon's first round")
    return (unix_time - genesis) // period + 1
