"""OR-Tools routing with guided local search: a plain day whole. Windows, allowed vehicles,
breaks, different shifts, prices of visits left out. One thread a run; a second thread runs
another first-solution strategy and the better plan counts."""

from importlib.metadata import version

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

NAME = "ortools"
EXPRESSES_BREAKS = True


def solve(day, seconds, threads, seed):
    shifts, visits = len(day.shifts), len(day.visits)
    # Nodes: visits, then a start and an end for every shift.
    starts = [visits + i for i in range(shifts)]
    ends = [visits + shifts + i for i in range(shifts)]
    places = day.place_of + day.start_of + day.end_of
    service = day.seconds + [0] * (2 * shifts)
    manager = pywrapcp.RoutingIndexManager(visits + 2 * shifts, shifts, starts, ends)
    routing = pywrapcp.RoutingModel(manager)
    node = [manager.IndexToNode(i) for i in range(manager.GetNumberOfIndices())]
    evaluators = {}
    for mode, legs in day.legs.items():
        travel = [[legs[a][b] for b in places] for a in places]
        transit = [[service[a] + travel[a][b] for b in range(len(places))] for a in range(len(places))]
        evaluators[mode] = (
            routing.RegisterTransitMatrix(travel),
            routing.RegisterTransitMatrix(transit),
        )
    for i, shift in enumerate(day.shifts):
        routing.SetArcCostEvaluatorOfVehicle(evaluators[shift["mode"]][0], i)
    horizon = max(end for _, end in day.spans)
    routing.AddDimensionWithVehicleTransits(
        [evaluators[s["mode"]][1] for s in day.shifts], horizon, horizon, False, "time"
    )
    time = routing.GetDimensionOrDie("time")
    for i in range(visits):
        index = manager.NodeToIndex(i)
        first, last = day.windows[i][0][0], day.windows[i][-1][1]
        time.CumulVar(index).SetRange(max(0, first), last)
        for (_, a), (b, _) in zip(day.windows[i], day.windows[i][1:]):
            time.CumulVar(index).RemoveInterval(a + 1, b - 1)
        routing.VehicleVar(index).SetValues([-1, *sorted(day.allowed[i])])
        routing.AddDisjunction([index], day.penalty[i])
    solver = routing.solver()
    visit_seconds = [service[n] for n in node]
    for i, (begin, end) in enumerate(day.spans):
        time.CumulVar(routing.Start(i)).SetRange(begin, end)
        time.CumulVar(routing.End(i)).SetRange(begin, end)
        intervals = [
            solver.FixedDurationIntervalVar(first, last, length, False, f"{i} {break_id}")
            for break_id, length, first, last in day.breaks[i]
        ]
        time.SetBreakIntervalsOfVehicle(intervals, i, visit_seconds)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    strategies = routing_enums_pb2.FirstSolutionStrategy
    parameters.first_solution_strategy = (
        strategies.PARALLEL_CHEAPEST_INSERTION if seed % 2 else strategies.LOCAL_CHEAPEST_INSERTION
    )
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(int(1000 * seconds))
    found = routing.SolveWithParameters(parameters)
    facts = {"search": "guided local search", "threads": 1, "version": version("ortools")}
    if found is None:
        return None, facts
    orders = []
    for i in range(shifts):
        order, index = [], found.Value(routing.NextVar(routing.Start(i)))
        while not routing.IsEnd(index):
            order.append(manager.IndexToNode(index))
            index = found.Value(routing.NextVar(index))
        orders.append(order)
    return orders, facts
