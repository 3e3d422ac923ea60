"""A plain day of the contract as routing programs see it: whole seconds and positions."""

import gzip
import json
from datetime import datetime

UNSERVED_DEFAULT = 100_000


def instant(text):
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def load(path):
    with open(path, "rb") as file:
        data = file.read()
    return json.loads(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)


class Day:
    """Visits and shifts in the problem's order; seconds count from the first shift's start.

    Refuses what a plain day does not have, so that no adapter drops a rule in silence.
    """

    def __init__(self, path, breaks=True):
        self.problem = load(path)
        refuse_what_is_not_plain(self.problem)
        self.shifts = self.problem["shifts"]
        self.visits = self.problem["visits"]
        self.origin = min(instant(s["from"]) for s in self.shifts)
        places = {p["id"]: i for i, p in enumerate(self.problem["places"])}
        clients = {c["id"]: c for c in self.problem["clients"]}
        self.place_of = [places[clients[v["clientId"]]["placeId"]] for v in self.visits]
        self.start_of = [places[s["startPlaceId"]] for s in self.shifts]
        self.end_of = [places[s["endPlaceId"]] for s in self.shifts]
        self.spans = [(self.at(s["from"]), self.at(s["to"]) + 60 * s.get("maxOvertimeMinutes", 0)) for s in self.shifts]
        self.windows = [[(self.at(w["from"]), self.at(w["to"])) for w in v["windows"]] for v in self.visits]
        self.seconds = [60 * v["minutes"] for v in self.visits]
        self.penalty = [v.get("unservedCost", UNSERVED_DEFAULT) for v in self.visits]
        self.breaks = [
            [(b["id"], 60 * b["minutes"], self.at(b["from"]), self.at(b["to"])) for b in s.get("breaks", []) if breaks]
            for s in self.shifts
        ]
        self.allowed = self.who_may()
        self.legs = {mode: self.matrix(mode) for mode in self.problem["travel"]["modes"]}

    def at(self, text):
        return instant(text) - self.origin

    def matrix(self, mode):
        """Seconds with the stops' own seconds in; the diagonal is 0."""
        m = self.problem["travel"]["modes"][mode]
        stop = m.get("perStopSeconds", 0)
        setup = [p.get("setupSeconds", 0) for p in self.problem["places"]]
        return [
            [0 if i == j else d + stop + setup[j] for j, d in enumerate(row)] for i, row in enumerate(m["durations"])
        ]

    def who_may(self):
        """By visit: the set of shifts whose nurse has the skills and is not refused."""
        nurses = {n["id"]: n for n in self.problem["nurses"]}
        types = {t["id"]: t for t in self.problem["visitTypes"]}
        clients = {c["id"]: c for c in self.problem["clients"]}
        sets = []
        for visit in self.visits:
            rules = (visit, types[visit["typeId"]])
            may = set()
            for i, shift in enumerate(self.shifts):
                have = set(nurses[shift["nurseId"]].get("skills", []))
                able = all(
                    set(r.get("requires", [])) <= have
                    and (not r.get("requiresAnyOf") or set(r["requiresAnyOf"]) & have)
                    for r in rules
                )
                if able and shift["nurseId"] not in clients[visit["clientId"]].get("refusedNurseIds", []):
                    may.add(i)
            sets.append(frozenset(may))
        return sets


def refuse_what_is_not_plain(problem):
    weights = problem.get("weights", {})
    soft = ("early", "late", "overtime", "unfamiliar", "outsideArea", "language")
    faults = [key for key in soft if weights.get(key, 1) != 0]
    faults += [key for key in ("wait", "worstLate", "moved", "shifted") if weights.get(key, 0) != 0]
    faults += [key for key in ("links", "providers", "previous", "limits") if problem.get(key)]
    for visit in problem["visits"]:
        faults += [f"{visit['id']} {key}" for key in ("pin", "remote") if visit.get(key)]
        if visit.get("crewSize", 1) != 1:
            faults.append(f"{visit['id']} crewSize")
    for shift in problem["shifts"]:
        faults += [f"{shift['id']} {key}" for key in ("useCost", "targetMinutes") if shift.get(key)]
        for rest in shift.get("breaks", []):
            options = ("afterMinutes", "earliestAfterMinutes", "latestAfterMinutes", "inside")
            faults += [f"{shift['id']} break {key}" for key in options if rest.get(key)]
    if len({s["nurseId"] for s in problem["shifts"]}) != len(problem["shifts"]):
        faults.append("several shifts of one nurse")
    if any(None in row for m in problem["travel"]["modes"].values() for row in m["durations"]):
        faults.append("legs without a way")
    if faults:
        raise SystemExit(f"not a plain day: {', '.join(faults[:10])}")
