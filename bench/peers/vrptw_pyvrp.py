"""PyVRP on Solomon and Gehring-Homberger instances, distances truncated to one decimal.

    vrptw_pyvrp.py INSTANCE --seconds S [--seed N] [--out SOL]

Prints one JSON line: name, cost (one decimal), seconds, iterations.
"""

import argparse
import gzip
import json
import math
import time
from pathlib import Path

import numpy
from pyvrp import Client, Depot, Location, ProblemData, VehicleType, solve
from pyvrp.stop import MaxRuntime


def read(path):
    raw = Path(path).read_bytes()
    text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode()
    rows = []
    for line in text.splitlines():
        try:
            rows.append([int(part) for part in line.split()])
        except ValueError:
            continue
    fleet = next(row for row in rows if len(row) == 2)
    return fleet, [row for row in rows if len(row) == 7]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("instance")
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out")
    arguments = parser.parse_args()
    (vehicles, capacity), rows = read(arguments.instance)
    legs = numpy.array(
        [[math.isqrt(100 * ((a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)) for b in rows] for a in rows], dtype=numpy.int64
    )
    depot, *customers = rows
    data = ProblemData(
        locations=[Location(r[1], r[2]) for r in rows],
        clients=[
            Client(
                location=r[0],
                delivery=[r[3]],
                tw_early=10 * r[4],
                tw_late=10 * r[5],
                service_duration=10 * r[6],
            )
            for r in customers
        ],
        depots=[Depot(location=0, tw_early=10 * depot[4], tw_late=10 * depot[5])],
        vehicle_types=[
            VehicleType(num_available=vehicles, capacity=[capacity], tw_early=10 * depot[4], tw_late=10 * depot[5])
        ],
        distance_matrices=[legs],
        duration_matrices=[legs],
    )
    began = time.monotonic()
    result = solve(data, stop=MaxRuntime(arguments.seconds), seed=arguments.seed, display=False)
    routes = [[activity.idx + 1 for activity in route if activity.is_client()] for route in result.best.routes()]
    stops = [[0, *route, 0] for route in routes]
    cost = sum(int(legs[a][b]) for route in stops for a, b in zip(route, route[1:])) / 10
    if arguments.out:
        lines = [f"Route #{i + 1}: {' '.join(map(str, route))}" for i, route in enumerate(routes)]
        Path(arguments.out).write_text("\n".join([*lines, f"Cost {cost:.1f}"]) + "\n")
    print(
        json.dumps(
            {
                "tool": "pyvrp",
                "name": Path(arguments.instance).name.split(".")[0],
                "cost": cost if result.is_feasible() else None,
                "seconds": round(time.monotonic() - began, 2),
                "iterations": result.num_iterations,
            }
        )
    )


if __name__ == "__main__":
    main()
