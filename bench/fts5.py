#!/usr/bin/env python3
"""Compares the order in which Kroniek gives articles with that of SQLite's FTS5.

Both are asked the same plain words of the Generale Missiven, 11,204 pages: words that occur in the pages, chosen by a fixed rule, one to
three at a time, all of them wanted. Printed for each kind of query: how many of the first 20 are the same, and Spearman's rank
correlation over what either has among its first 20 (what the other has not counts as its 21st).

Usage: KRONIEK_DATA=FOLDER python3 bench/fts5.py
"""
import gzip
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

TOP = 20
QUERIES = 60
WORD = re.compile(r"[a-z]{4,}")
root = Path(__file__).resolve().parent.parent


def main():
    data = os.environ.get("KRONIEK_DATA")
    if not data:
        print("KRONIEK_DATA is not set: the comparison with FTS5 is left out")
        return
    corpus = Path(data) / "corpora" / "generale-missiven.jsonl.gz"
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table pages using fts5(id unindexed, text, tokenize = 'unicode61 remove_diacritics 2')")
    rows = ((page["id"], f"{page.get('title') or ''}\n{page['text']}") for page in pages)
    database.executemany("insert into pages values (?, ?)", rows)

    queries = [words for count in (1, 2, 3) for words in chosen(pages, count)]
    kinds = [
        ("as it is asked", lambda words: " ".join(words)),
        ("exactly these forms", lambda words: " ".join("=" + word for word in words)),
    ]
    asked = "".join(write(words) + "\n" for _, write in kinds for words in queries)
    program = root / "target" / "release" / "kroniek"
    command = [program, "search", corpus, "-", "--json", "--limit", str(TOP)]
    said = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    answers = [[hit["document"] for hit in json.loads(line)["hits"]] for line in said.stdout.splitlines()]
    theirs = [first(database, words) for words in queries]

    print(f"the first {TOP} of Kroniek beside those of SQLite {sqlite3.sqlite_version} FTS5, Generale Missiven")
    for number, (name, _) in enumerate(kinds):
        ours = answers[number * len(queries):(number + 1) * len(queries)]
        for count in (1, 2, 3):
            pairs = [(a, b) for words, a, b in zip(queries, ours, theirs) if len(words) == count and b]
            same = sum(len(set(a) & set(b)) / len(b) for a, b in pairs) / len(pairs)
            rho = sum(spearman(a, b) for a, b in pairs) / len(pairs)
            print(f"  {count} word{'s' if count > 1 else ' '}, {name:20} {len(pairs):3} queries   same {same:.2f}   rank correlation {rho:.2f}")


def chosen(pages, count):
    """Words of every so many pages, spread over each."""
    step = len(pages) // QUERIES
    for number in range(QUERIES):
        words = WORD.findall(pages[number * step]["text"])
        words = list(dict.fromkeys(words))
        if len(words) >= count * 4:
            yield tuple(words[(place * 2 + 1) * len(words) // (count * 2)] for place in range(count))


def first(database, words):
    query = " ".join(f'"{word}"' for word in words)
    rows = database.execute("select id from pages where pages match ? order by bm25(pages), rowid limit ?", (query, TOP))
    return [name for (name,) in rows]


def spearman(ours, theirs):
    """Over the union; 1 where both orders are the same."""
    union = sorted(set(ours) | set(theirs))
    if len(union) < 2:
        return 1.0
    places = [ranks([order.index(name) if name in order else TOP for name in union]) for order in (ours, theirs)]
    means = [sum(place) / len(union) for place in places]
    shifted = [[one - mean for one in place] for place, mean in zip(places, means)]
    product = sum(a * b for a, b in zip(*shifted))
    size = (sum(a * a for a in shifted[0]) * sum(b * b for b in shifted[1])) ** 0.5
    return product / size if size else 1.0


def ranks(places):
    """Equal places share the mean of their ranks."""
    ordered = sorted(places)
    return [ordered.index(place) + (ordered.count(place) - 1) / 2 for place in places]


if __name__ == "__main__":
    sys.exit(main())
