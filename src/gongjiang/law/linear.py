"""A few linear equations with a symmetric matrix of the size of a panel."""

from collections.abc import Sequence
from math import log

Matrix = list[list[float]]


def solved(matrix: Sequence[Sequence[float]], *sides: Sequence[float]) -> tuple[list[list[float]], float]:
    """The solution for every right side, and the logarithm of the determinant, of a positive definite matrix:
    by elimination without changing the order of rows.
    """
    size, held = len(matrix), [[*row, *(side[i] for side in sides)] for i, row in enumerate(matrix)]
    determinant = 0.0
    for i in range(size):
        pivot = held[i][i]
        determinant += log(pivot)
        for j in range(i + 1, size):
            if share := held[j][i] / pivot:
                held[j] = [a - share * b for a, b in zip(held[j], held[i], strict=True)]
    found = [[0.0] * size for _ in sides]
    for i in reversed(range(size)):
        for place, one in enumerate(found):
            known = sum(held[i][j] * one[j] for j in range(i + 1, size))
            one[i] = (held[i][size + place] - known) / held[i][i]
    return found, determinant


def inverse(matrix: Sequence[Sequence[float]]) -> Matrix:
    size = len(matrix)
    return solved(matrix, *([float(i == j) for j in range(size)] for i in range(size)))[0]
