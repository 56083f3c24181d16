#!/usr/bin/env python3
"""Makes the page of a folder with Spark: its files are read on many machines, and put together on one.

    spark-submit tools/spark/build.py FOLDER --out DIR --shards FOLDER [--partitions N] [--title TEXT] [--lang nl|en] [--strict]

FOLDER and the folder of the shards are seen by all machines under one path (NFS, Lustre, a mounted bucket). The program is sent along with the
job: it has to run on all of them (--program, target/release/kroniek when left out). What comes out has the same bytes as
`kroniek build FOLDER --out DIR`, however many partitions there are. Folders that are symbolic links are not gone into.
"""
import argparse
import os
import subprocess
import sys

from pyspark import SparkFiles
from pyspark.sql import SparkSession


def files_of(folder):
    """The files below a folder that are not hidden, each with its size, in an order that is the same each time."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if os.path.islink(os.path.join(here, name)):
                print(f"{os.path.join(here, name)}: a symbolic link to a folder, which is not gone into", file=sys.stderr)
        for name in sorted(names):
            path = os.path.join(here, name)
            if not name.startswith("."):
                found.append((path, os.path.getsize(path) if os.path.exists(path) else 0))
    return found


def spread(files, count):
    """Files spread over so many shares of about the same size: each, the largest first, goes where there is least."""
    shares = [[0, []] for _ in range(count)]
    for path, size in sorted(files, key=lambda file: (-file[1], file[0])):
        least = min(shares, key=lambda share: share[0])
        # What is in a file's name takes time too.
        least[0] += size + 4096
        least[1].append(path)
    return [paths for _, paths in shares]


def index(program, folder, shards, of):
    """What a partition does: the program reads its files into a shard, whose path is given."""

    def run(number, partition):
        paths = [path for share in partition for path in share]
        shard = os.path.join(shards, f"shard-{number + 1}-of-{of}.kroniek")
        here = SparkFiles.get(program)
        os.chmod(here, 0o755)
        command = [here, "index", "--list", "-", "--within", folder, "--shard", f"{number + 1}/{of}", "--out", shard]
        done = subprocess.run(command, input="\n".join(paths) + "\n", capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"shard {number + 1} of {of}: {done.stderr.strip()}")
        yield shard

    return run


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--out", required=True, metavar="DIR", help="where kroniek.html and site/ go")
    parser.add_argument("--shards", required=True, metavar="FOLDER", help="where the shards go; all machines see it")
    parser.add_argument("--program", default="target/release/kroniek", metavar="FILE")
    parser.add_argument("--partitions", type=int, metavar="N", help="shares; two for each core when left out")
    for passed in ("--title", "--lang", "--chunk"):
        parser.add_argument(passed, metavar="VALUE", help="as kroniek merge has it")
    parser.add_argument("--strict", action="store_true", help="as kroniek merge has it")
    told = parser.parse_args()

    folder, shards = os.path.realpath(told.folder), os.path.abspath(told.shards)
    os.makedirs(shards, exist_ok=True)
    spark = SparkSession.builder.appName("kroniek").getOrCreate()
    context = spark.sparkContext
    context.addFile(os.path.abspath(told.program))
    files = files_of(folder)
    count = max(1, min(told.partitions or 2 * context.defaultParallelism, len(files)))
    work = index(os.path.basename(told.program), folder, shards, count)
    made = context.parallelize(spread(files, count), count).mapPartitionsWithIndex(work).collect()
    spark.stop()

    command = [told.program, "merge", *made, "--out", told.out]
    for passed in ("title", "lang", "chunk"):
        if getattr(told, passed) is not None:
            command += [f"--{passed}", getattr(told, passed)]
    sys.exit(subprocess.run(command + ["--strict"] * told.strict).returncode)


if __name__ == "__main__":
    main()
