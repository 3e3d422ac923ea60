"""VROOM through pyvroom: windows, skills, breaks, different shifts, priorities - a plain day whole."""

from datetime import timedelta
from importlib.metadata import version

import numpy
import vroom

NAME = "vroom"
EXPRESSES_BREAKS = True


def solve(day, seconds, threads, seed):
    """Deepest exploration. `seconds` None: until it ends by itself. VROOM takes no seed."""
    problem = vroom.Input()
    for mode, legs in day.legs.items():
        matrix = numpy.array(legs, dtype=numpy.uint32)
        problem.set_durations_matrix(profile=mode, matrix_input=matrix)
    # One skill for each different set of shifts that may do a visit.
    sets = {shifts: i + 1 for i, shifts in enumerate(sorted(set(day.allowed), key=sorted))}
    for i, shift in enumerate(day.shifts):
        problem.add_vehicle(
            vroom.Vehicle(
                id=i,
                start=day.start_of[i],
                end=day.end_of[i],
                profile=shift["mode"],
                skills={number for shifts, number in sets.items() if i in shifts},
                time_window=vroom.TimeWindow(*day.spans[i]),
                breaks=[
                    vroom.Break(number, time_windows=[vroom.TimeWindow(first, last)], service=length)
                    for number, (_, length, first, last) in enumerate(day.breaks[i])
                ],
            )
        )
    unit = max(1, max(day.penalty) // 100)
    smallest = min(p for p in day.penalty if p > 0)
    for i, visit_place in enumerate(day.place_of):
        # VROOM maximises the sum of priorities (0 to 100) first: the shares of the unserved costs.
        priority = round(day.penalty[i] / smallest) if max(day.penalty) / smallest <= 100 else day.penalty[i] // unit
        problem.add_job(
            vroom.Job(
                id=i,
                location=visit_place,
                default_service=day.seconds[i],
                skills={sets[day.allowed[i]]},
                priority=min(100, priority),
                time_windows=[vroom.TimeWindow(a, b) for a, b in day.windows[i]],
            )
        )
    limit = None if seconds is None else timedelta(seconds=seconds)
    result = problem.solve(exploration_level=5, nb_threads=threads, timeout=limit)
    orders = [[] for _ in day.shifts]
    for row in result.routes.itertuples():
        if row.type == "job":
            orders[int(row.vehicle_id)].append(int(row.id))
    return orders, {"exploration": 5, "threads": threads, "version": version("pyvroom")}
