"""Judges many plans in one process with the contract's own checker.

Usage: judge_many.py PATH/TO/check_plan.py < lines > lines
Each line in is {"problem": P} (from here on plans are for P) or {"plan": P}.
Each plan gives one line out: what check_plan.py would print for it.
"""
import importlib.util
import json
import sys

sys.dont_write_bytecode = True


def main():
    spec = importlib.util.spec_from_file_location("check_plan", sys.argv[1])
    contract = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(contract)
    problem = None
    for line in sys.stdin:
        document = json.loads(line)
        if "problem" in document:
            problem = document["problem"]
            continue
        try:
            verdict = contract.Check(problem, document["plan"]).run()
        except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
            verdict = {"valid": False, "violations": [{"rule": 0, "message": repr(error)}]}
        print(json.dumps(verdict))


if __name__ == "__main__":
    main()
