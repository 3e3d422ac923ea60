"""PyVRP: windows, allowed vehicles (a profile for each set of visits that a shift may do),
different shifts, prizes for visits. It has no breaks that belong to a vehicle: run it on days
without breaks, or read its figure as one of an easier problem. One thread a run."""

from importlib.metadata import version

import numpy
from pyvrp import Client, Depot, Location, ProblemData, VehicleType, solve as pyvrp_solve
from pyvrp.stop import MaxRuntime

NAME = "pyvrp"
EXPRESSES_BREAKS = False

# Above any day's length and any prize, and far from overflow.
FORBIDDEN = 10_000_000


def solve(day, seconds, threads, seed):
    if any(len(w) != 1 for w in day.windows):
        raise SystemExit("PyVRP takes one window for each visit")
    visits = len(day.visits)
    depots = sorted(set(day.start_of) | set(day.end_of))
    node_of = {place: i for i, place in enumerate(depots)}
    places = depots + day.place_of
    may = [frozenset(v for v in range(visits) if i in day.allowed[v]) for i in range(len(day.shifts))]
    kinds = [(s["mode"], may[i]) for i, s in enumerate(day.shifts)]
    profiles = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
    matrices = []
    for mode, allowed in profiles:
        matrix = numpy.array(day.legs[mode], dtype=numpy.int64)[numpy.ix_(places, places)]
        for visit in range(visits):
            if visit not in allowed:
                matrix[len(depots) + visit, :] = FORBIDDEN
                matrix[:, len(depots) + visit] = FORBIDDEN
        numpy.fill_diagonal(matrix, 0)
        matrices.append(matrix)
    coordinates = [day.problem["places"][p] for p in places]
    data = ProblemData(
        locations=[Location(round(p["lon"] * 1e5), round(p["lat"] * 1e5)) for p in coordinates],
        clients=[
            Client(
                location=len(depots) + i,
                service_duration=day.seconds[i],
                tw_early=max(0, day.windows[i][0][0]),
                tw_late=day.windows[i][0][1],
                prize=day.penalty[i],
                required=False,
            )
            for i in range(visits)
        ],
        depots=[Depot(location=i) for i in range(len(depots))],
        vehicle_types=[
            VehicleType(
                start_depot=node_of[day.start_of[i]],
                end_depot=node_of[day.end_of[i]],
                tw_early=begin,
                tw_late=end,
                profile=profiles[kinds[i]],
                name=str(i),
            )
            for i, (begin, end) in enumerate(day.spans)
        ],
        distance_matrices=matrices,
        duration_matrices=matrices,
    )
    result = pyvrp_solve(data, stop=MaxRuntime(seconds), seed=seed, display=False)
    facts = {"threads": 1, "version": version("pyvrp"), "iterations": result.num_iterations}
    if not result.is_feasible():
        return None, facts
    orders = [[] for _ in day.shifts]
    for route in result.best.routes():
        orders[route.vehicle_type()] = visits_of(route)
    return orders, facts


def visits_of(route):
    return [activity.idx for activity in route if activity.is_client()]
