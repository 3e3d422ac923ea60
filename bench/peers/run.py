"""Runs one peer on one plain day and writes its plan.

    run.py TOOL DAY --out PLAN [--seconds S] [--threads N] [--seed N]

Prints one JSON line: tool, version, seconds, cost by this script's own count, dropped visits.
Tools of one thread are run with several seeds side by side, and the best plan counts.
"""

import argparse
import importlib
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from day import Day  # noqa: E402
from plan import build  # noqa: E402

TOOLS = ("vroom", "ortools", "pyvrp")


def cost_of(day, orders):
    """Travel and unserved cost of orders of visits, by shift."""
    travel, served = 0, set()
    for shift, order in enumerate(orders):
        if not order:
            continue
        legs = day.legs[day.shifts[shift]["mode"]]
        stops = [day.start_of[shift], *(day.place_of[i] for i in order), day.end_of[shift]]
        travel += sum(legs[a][b] for a, b in zip(stops, stops[1:]))
        served.update(order)
    return travel + sum(p for i, p in enumerate(day.penalty) if i not in served)


def one(tool, path, breaks, seconds, threads, seed):
    day = Day(path, breaks)
    return importlib.import_module(f"{tool}_peer").solve(day, seconds, threads, seed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool", choices=TOOLS)
    parser.add_argument("day")
    parser.add_argument("--out", required=True)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    day = Day(arguments.day)
    tool = importlib.import_module(f"{arguments.tool}_peer")
    if any(day.breaks) and not tool.EXPRESSES_BREAKS:
        raise SystemExit(f"{tool.NAME} cannot express breaks: give it a day without breaks")
    if arguments.seconds is None and arguments.tool != "vroom":
        raise SystemExit(f"{tool.NAME} needs --seconds")
    began = time.monotonic()
    if arguments.tool == "vroom" or arguments.threads == 1:
        runs = [tool.solve(day, arguments.seconds, arguments.threads, arguments.seed)]
    else:
        with ProcessPoolExecutor(arguments.threads, mp_context=get_context("spawn")) as pool:
            seeds = range(arguments.seed, arguments.seed + arguments.threads)
            jobs = [
                pool.submit(one, arguments.tool, arguments.day, True, arguments.seconds, 1, seed) for seed in seeds
            ]
            runs = [job.result() for job in jobs]
    took = time.monotonic() - began
    found = [(cost_of(day, orders), i) for i, (orders, _) in enumerate(runs) if orders is not None]
    line = {"tool": tool.NAME, **runs[0][1], "processes": len(runs), "seconds": round(took, 2)}
    if not found:
        print(json.dumps({**line, "solved": False}))
        return
    own, index = min(found)
    plan, dropped = build(day, runs[index][0])
    Path(arguments.out).write_text(json.dumps(plan))
    print(json.dumps({**line, "solved": True, "ownCost": own, "droppedForBreaks": dropped}))


if __name__ == "__main__":
    main()
