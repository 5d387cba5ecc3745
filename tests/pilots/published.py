"""Published cases, retyped from the literature and recomputed in every printed digit.

TOPSIS and VIKOR: Tzeng & Huang, Multiple Attribute Decision Making, CRC Press 2011; Opricovic
& Tzeng, European Journal of Operational Research 156, 2004; Hwang & Yoon, Multiple Attribute
Decision Making, Springer 1981.  PROMETHEE II: Zhao, Peng & Li, Procedia Computer Science 17,
2013.  AHP: Saaty, Journal of Mathematical Psychology 15, 1977, and European Journal of
Operational Research 48, 1990; Wang & Chin, Information Sciences 181, 2011.  Knapsacks: the
data sets KNAPSACK_01, p01 after Kreher & Stinson.
"""

from __future__ import annotations

from fractions import Fraction

TZENG_HUANG = [[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]]
OPRICOVIC_TZENG = [[1, 3000], [2, 3750], [5, 4500]]
HWANG_YOON = [
    [2.0, 1500, 20000, 5.5, 5, 9],
    [2.5, 2700, 18000, 6.5, 3, 5],
    [1.8, 2000, 21000, 4.5, 7, 7],
    [2.2, 1800, 20000, 5.0, 5, 5],
]

# The book prints .643 .268 .613 .312, its last digit cut off; the four digits are pymcdm's.
TOPSIS = [
    (
        "tzeng-huang",
        TZENG_HUANG,
        [0.3, 0.4, 0.3],
        [1, 1, 1],
        "vector",
        4,
        [0.5037, 0.6581, 0.7482, 0.334],
    ),
    (
        "hwang-yoon",
        HWANG_YOON,
        [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
        [1, 1, 1, -1, 1, 1],
        "vector",
        4,
        [0.6433, 0.2684, 0.6135, 0.3123],
    ),
    ("opricovic-tzeng", OPRICOVIC_TZENG, [0.5, 0.5], [-1, 1], "minmax", 3, [0.5, 0.617, 0.5]),
    (
        "opricovic-tzeng-otherwise",
        OPRICOVIC_TZENG,
        [0.5, 0.5],
        [-1, 1],
        "vector",
        4,
        [0.7621, 0.7222, 0.2379],
    ),
]

VIKOR = [
    (
        "tzeng-huang",
        TZENG_HUANG,
        [0.3, 0.4, 0.3],
        [1, 1, 1],
        [0.6, 0.3, 0.15, 0.65],
        [0.3, 0.2, 0.15, 0.4],
        [0.75, 0.25, 0, 1],
        (1, 2),
    ),
    (
        "opricovic-tzeng",
        OPRICOVIC_TZENG,
        [0.5, 0.5],
        [-1, 1],
        [0.5, 0.375, 0.5],
        [0.5, 0.25, 0.5],
        [1, 0, 1],
        (1,),
    ),
]

PROMETHEE = [
    ("zhao", [[4, 3, 2], [3, 2, 4], [5, 1, 3]], [0.5, 0.3, 0.2], [1, 1, 1], [0.1, -0.3, 0.2])
]


def _table(rows: str) -> list[list[float]]:
    return [[float(Fraction(one)) for one in row.split()] for row in rows.strip().splitlines()]


WEALTH = _table("""
    1   4   9 6   6   5   5
    1/4 1   7 5   5   3   4
    1/9 1/7 1 1/5 1/5 1/7 1/5
    1/6 1/5 5 1   1   1/3 1/3
    1/6 1/5 5 1   1   1/3 1/3
    1/5 1/3 7 3   3   1   2
    1/5 1/4 5 3   3   1/2 1
""")
HOUSE = _table("""
    1   5   3   7 6   6   1/3 1/4
    1/5 1   1/3 5 3   3   1/5 1/7
    1/3 3   1   6 3   4   6   1/5
    1/7 1/5 1/6 1 1/3 1/4 1/7 1/8
    1/6 1/3 1/3 3 1   1/2 1/5 1/6
    1/6 1/3 1/4 4 2   1   1/5 1/6
    3   5   1/6 7 5   5   1   1/2
    4   7   5   8 6   6   2   1
""")
WANG_CHIN = _table("""
    1   4   3 1   3   4
    1/4 1   7 3   1/5 1
    1/3 1/7 1 1/5 1/5 1/6
    1   1/3 5 1   1   1/3
    1/3 5   5 1   1   3
    1/4 1   6 3   1/3 1
""")

# Name, comparisons, weights, then eigenvalue, index and ratio with the digits printed of each.
AHP = [
    (
        "saaty-1977",
        WEALTH,
        (3, [0.427, 0.23, 0.021, 0.052, 0.052, 0.123, 0.094]),
        ((2, 7.61), (2, 0.1), (2, 0.08)),
    ),
    (
        "saaty-1990",
        HOUSE,
        (3, [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333]),
        ((3, 9.669), (3, 0.238), (3, 0.169)),
    ),
    ("wang-chin-2011", WANG_CHIN, (4, [0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391]), None),
]

KNAPSACKS = [
    (
        "p01",
        165,
        [23, 31, 29, 44, 53, 38, 63, 85, 89, 82],
        [92, 57, 49, 68, 60, 43, 67, 84, 87, 72],
        [1, 1, 1, 1, 0, 1, 0, 0, 0, 0],
        309,
    ),
    ("p02", 26, [12, 7, 11, 8, 9], [24, 13, 23, 15, 16], [0, 1, 1, 1, 0], 51),
    (
        "p07",
        750,
        [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120],
        [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240],
        [1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1],
        1458,
    ),
]
