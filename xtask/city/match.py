"""What `tepat import`, `match` and `verify` do, in DuckDB: the same files in, a database with a verdict for every family out.

Usage: match.py LISTS AID DATABASE. Prints the seconds and the counts as JSON.
"""

import json
import sys
import time

import duckdb

lists, aid, database = sys.argv[1:4]
start = time.perf_counter()
db = duckdb.connect(database)
db.execute("SET threads = 2")
db.execute(f"""
    CREATE TABLE person AS
    SELECT "No KK" AS kk, NIK AS nik, Nama AS name, Hubungan AS relation, TRY_CAST("Tanggal Lahir" AS DATE) AS birth,
           Alamat AS address, RT AS rt, RW AS rw, "No HP" AS phone, regexp_extract(filename, '([0-9.]{{13}})\\.csv$', 1) AS area
    FROM read_csv('{lists}/*.csv', all_varchar = true, header = true, filename = true)
""")
db.execute("""
    CREATE TABLE family AS
    SELECT row_number() OVER () AS id, area, rw, rt, kk, nik, name, birth, address, phone
    FROM person WHERE relation = 'Kepala Keluarga'
""")
db.execute(f"""
    CREATE TABLE aid AS
    SELECT NIK AS nik, "No KK" AS kk, Nama AS name, TRY_CAST("Tanggal Lahir" AS DATE) AS birth, Kelurahan AS kelurahan,
           Program AS programme
    FROM read_csv('{aid}', all_varchar = true, header = true)
""")
db.execute("""
    CREATE TABLE hit AS
    SELECT DISTINCT person.kk, person.area, person.address FROM aid JOIN person USING (nik)
    UNION SELECT DISTINCT family.kk, family.area, family.address FROM aid JOIN family USING (kk) WHERE aid.nik IS NULL
""")
db.execute("""
    CREATE TABLE near AS
    SELECT person.kk, person.area, person.address FROM aid JOIN person USING (birth)
    WHERE aid.nik IS NULL AND aid.kk IS NULL AND jaro_winkler_similarity(aid.name, person.name) > 0.9
""")
db.execute("""
    CREATE TABLE verdict AS
    SELECT family.id,
           CASE WHEN hit.address IS NOT NULL THEN 'bantuan-lain'
                WHEN count(*) OVER (PARTITION BY family.kk) > 1 AND family.kk LIKE '31%' THEN 'dicatat-dua-rt'
                WHEN near.address IS NOT NULL THEN 'mirip'
                ELSE 'diverifikasi' END AS verdict
    FROM family
    LEFT JOIN (SELECT DISTINCT * FROM hit) hit USING (kk, area, address)
    LEFT JOIN (SELECT DISTINCT * FROM near) near USING (kk, area, address)
""")
counts = dict(db.execute("SELECT verdict, count(*) FROM verdict GROUP BY 1").fetchall())
db.close()
print(json.dumps({"seconds": time.perf_counter() - start, "counts": counts}))
