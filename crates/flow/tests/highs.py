# Reads transportation problems, one a line: {"supply": […], "room": […], "costs": [[…], …]}, and prints what the cheapest plan of each
# costs, as HiGHS finds it.
import json
import sys

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

for line in sys.stdin:
    problem = json.loads(line)
    costs = np.array(problem["costs"], dtype=float)
    sources, sinks = costs.shape
    source, sink = np.indices(costs.shape).reshape(2, -1)
    amounts = np.arange(costs.size)
    ones = np.ones(costs.size)
    leave = coo_array((ones, (source, amounts)), shape=(sources, costs.size))
    arrive = coo_array((ones, (sink, amounts)), shape=(sinks, costs.size))
    found = linprog(
        costs.ravel(), A_eq=leave, b_eq=problem["supply"], A_ub=arrive, b_ub=problem["room"], method="highs"
    )
    print(round(found.fun) if found.success else "none", flush=True)
