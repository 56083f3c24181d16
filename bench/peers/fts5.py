"""Makes the database that engines/fts5.js opens. Usage: fts5.py ARTICLES.jsonl OUT.sqlite3

Diacritics are left out. FTS5 has stemming for English only. Beginnings of words have no index of their own (the option `prefix`): they are found without,
and with it the database is over a third larger.
"""
import json
import sqlite3
import sys

articles, out = sys.argv[1:]
database = sqlite3.connect(out)
database.execute("pragma page_size = 4096")
database.execute(
    "create virtual table articles using fts5(id unindexed, first unindexed, last unindexed, title, text,"
    " tokenize = 'unicode61 remove_diacritics 2')"
)
with open(articles, encoding="utf-8") as lines:
    rows = (json.loads(line) for line in lines)
    rows = ((row["id"], row["first"], row["last"], row["title"], row["text"]) for row in rows)
    database.executemany("insert into articles values (?, ?, ?, ?, ?)", rows)
database.execute("insert into articles(articles) values ('optimize')")
database.commit()
database.execute("vacuum")
