"""The point nearest to every family, and how far families would have to go if each had room, in DuckDB: what `tepat allocate`
measures and tells of each kelurahan, without the assignment.

Usage: nearest.py LISTS AREAS POINTS. Prints the seconds and the figures as JSON.
"""

import json
import sys
import time

import duckdb

lists, areas, points = sys.argv[1:4]
start = time.perf_counter()
db = duckdb.connect()
db.execute("SET threads = 2")
db.execute(f"""
    CREATE TABLE family AS
    SELECT row_number() OVER () AS id, regexp_extract(filename, '([0-9.]{{13}})\\.csv$', 1) AS area
    FROM read_csv('{lists}/*.csv', all_varchar = true, header = true, filename = true) WHERE Hubungan = 'Kepala Keluarga'
""")
# Across the water no point is near.
db.execute(f"""
    CREATE TABLE way AS
    SELECT home.kode AS area, point.id AS point,
           2 * 6371008.8 * asin(least(1, sqrt(pow(sin(radians(point.lat - home.lat) / 2), 2)
               + cos(radians(home.lat)) * cos(radians(point.lat)) * pow(sin(radians(point.lon - home.lon) / 2), 2)))) AS metres
    FROM read_csv('{areas}', types = {{'kode': 'VARCHAR'}}) home
    JOIN read_csv('{points}', types = {{'kelurahan': 'VARCHAR'}}) point
    ON CASE WHEN home.kode LIKE '31.01.%' OR point.kelurahan LIKE '31.01.%' THEN home.kode = point.kelurahan ELSE true END
""")
db.execute("""
    CREATE TABLE nearest AS
    SELECT family.id, family.area, near.point, near.metres
    FROM family JOIN (SELECT area, arg_min(point, metres) AS point, min(metres) AS metres FROM way GROUP BY area) near USING (area)
""")
figures = "count(*), avg(metres), quantile_disc(metres, 0.95), max(metres), 100 * avg((metres > 2000)::INT)"
db.execute(f"CREATE TABLE told AS SELECT area, {figures} FROM nearest GROUP BY area")
families, mean, p95, worst, far = db.execute(f"SELECT {figures} FROM nearest").fetchone()
print(json.dumps({
    "seconds": time.perf_counter() - start,
    "families": families,
    "mean_metres": round(mean),
    "p95_metres": round(p95),
    "worst_metres": round(worst),
    "over_2_km_percent": round(far, 1),
}))
