"""From orders of visits to a contract plan.

The routing programs decide who visits whom in which order; times are set here, as early as the
order allows, with every break where it fits (tried at each leg). A visit that then comes too
late is dropped and counted, never hidden.
"""

from datetime import datetime, timedelta, timezone
from itertools import product


def timed(day, shift, order):
    """Stops and return of one route, or None when no place for its breaks makes it hold."""
    if not order:
        return None
    legs = day.legs[day.shifts[shift]["mode"]]
    breaks = day.breaks[shift]
    best = None
    # A break at position p is taken on the leg to order[p] (p = len(order): on the way home).
    for positions in product(range(len(order) + 1), repeat=len(breaks)):
        if list(positions) != sorted(positions):
            continue
        found = with_breaks(day, shift, order, legs, positions)
        if found is not None and (best is None or found[1] < best[1]):
            best = found
    return best


def with_breaks(day, shift, order, legs, positions):
    begin, end = day.spans[shift]
    clock, here, stops = begin, day.start_of[shift], []
    for index in range(len(order) + 1):
        home = index == len(order)
        place = day.end_of[shift] if home else day.place_of[order[index]]
        leg = legs[here][place]
        rested, rest = clock, 0
        for number, position in enumerate(positions):
            if position != index:
                continue
            break_id, length, first, last = day.breaks[shift][number]
            start = max(rested, first)
            if start > last:
                return None
            stops.append(("break", break_id, start, start + length))
            rested, rest = start + length, rest + length
        arrival = clock + leg
        # Travel goes on around a break: what was waited before it may have been driven.
        ready = max(rested, clock + leg + rest)
        if home:
            return (stops, ready) if ready <= end else None
        window = next((w for w in day.windows[order[index]] if w[1] >= ready), None)
        if window is None:
            return None
        start = max(ready, window[0])
        stops.append(("visit", order[index], arrival, start))
        clock, here = start + day.seconds[order[index]], place
    return None


def build(day, orders):
    """The plan and the visits dropped for want of a break's place. `orders`: visits by shift."""
    routes, served, dropped = [], set(), []
    for shift, order in enumerate(orders):
        order = list(order)
        found = timed(day, shift, order)
        while order and found is None:
            without = [order[:i] + order[i + 1 :] for i in range(len(order))]
            fits = [(day.penalty[order[i]], i) for i, o in enumerate(without) if not o or timed(day, shift, o)]
            index = min(fits)[1] if fits else len(order) - 1
            dropped.append(order.pop(index))
            found = timed(day, shift, order)
        if not order:
            continue
        served.update(order)
        stops, back = found
        routes.append(
            {
                "shiftId": day.shifts[shift]["id"],
                "departure": text(day, day.spans[shift][0]),
                "return": text(day, back),
                "stops": [stop(day, s) for s in stops],
            }
        )
    left = [i for i in range(len(day.visits)) if i not in served]
    plan = {
        "format": "kotikierros/plan@1",
        "routes": routes,
        "unserved": [{"visitId": day.visits[i]["id"], "reasons": []} for i in left],
    }
    return plan, [day.visits[i]["id"] for i in dropped]


def stop(day, item):
    if item[0] == "break":
        return {"kind": "break", "breakId": item[1], "start": text(day, item[2]), "end": text(day, item[3])}
    _, visit, arrival, start = item
    return {
        "kind": "visit",
        "visitId": day.visits[visit]["id"],
        "arrival": text(day, arrival),
        "start": text(day, start),
        "end": text(day, start + day.seconds[visit]),
    }


def text(day, seconds):
    at = datetime.fromtimestamp(day.origin, timezone.utc) + timedelta(seconds=seconds)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
