"""What `tepat allocate` does, with OR-Tools: families from the lists, points from their file, the shortest plan out.

Usage: allocate.py LISTS AREAS POINTS. Prints the seconds and the kilometres as JSON. Whoever is 60 or more counts four times, as
for `tepat`.
"""

import csv
import json
import math
import pathlib
import sys
import time
from collections import Counter
from datetime import date

from ortools.graph.python import min_cost_flow

TODAY = date(2021, 1, 12)
lists, areas, points = sys.argv[1:4]
start = time.perf_counter()
middle = {row["kode"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(open(areas))}
supply = Counter()
for path in sorted(pathlib.Path(lists).glob("*.csv")):
    elderly = None
    for row in csv.DictReader(open(path)):
        if row["Hubungan"] == "Kepala Keluarga":
            if elderly is not None:
                supply[path.stem, elderly] += 1
            elderly = False
        born = date.fromisoformat(row["Tanggal Lahir"])
        age = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
        elderly = elderly or age >= 60
    if elderly is not None:
        supply[path.stem, elderly] += 1
sites = [(row["kelurahan"], float(row["lat"]), float(row["lon"]), int(row["kapasitas"])) for row in csv.DictReader(open(points))]


def metres(a, b):
    lat, other = math.radians(a[0]), math.radians(b[0])
    h = math.sin((other - lat) / 2) ** 2 + math.cos(lat) * math.cos(other) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return round(2 * 6371008.8 * math.asin(min(1, math.sqrt(h))))


def solve(days):
    flow = min_cost_flow.SimpleMinCostFlow()
    sources = list(supply.items())
    total = sum(count for _, count in sources)
    for number, ((area, elderly), count) in enumerate(sources):
        flow.set_node_supply(number, count)
        for at, (site, lat, lon, _) in enumerate(sites):
            if site.startswith("31.01") == area.startswith("31.01"):
                cost = metres(middle[area], (lat, lon)) * (4 if elderly else 1)
                flow.add_arc_with_capacity_and_unit_cost(number, len(sources) + at, count, cost)
    end = len(sources) + len(sites)
    for at, (*_, capacity) in enumerate(sites):
        flow.add_arc_with_capacity_and_unit_cost(len(sources) + at, end, capacity * days, 0)
    flow.set_node_supply(end, -total)
    return flow.optimal_cost() if flow.solve() == flow.OPTIMAL else None


days = 1
while (cost := solve(days)) is None:
    days += 1
print(json.dumps({"seconds": time.perf_counter() - start, "days": days, "weighted_km": cost / 1000}))
