"""Runs a command and prints what it took as JSON: seconds, and the most memory that one process of it held, in bytes.

Usage: measured.py SECONDS COMMAND…    it is stopped after so many seconds, or when it takes more than half of the memory that was free
"""
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LOOK = 0.25
PAGE = os.sysconf("SC_PAGE_SIZE")


def free():
    lines = Path("/proc/meminfo").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))


def held(session):
    """Bytes that all processes of a session hold together."""
    total = 0
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                # The name, in parentheses, may hold anything.
                fields = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session:
                total += int(fields[21]) * PAGE
    return total


seconds, command = float(sys.argv[1]), sys.argv[2:]
memory = free() / 2
stopped = None
with tempfile.TemporaryFile() as said:
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True)
    while True:
        try:
            process.wait(timeout=LOOK)
            break
        except subprocess.TimeoutExpired:
            if time.monotonic() - started > seconds:
                stopped = f"more than {seconds / 60:.0f} minutes"
            elif held(process.pid) > memory:
                stopped = f"more than {memory / 1e9:.0f} GB of memory"
            if stopped:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                break
    took = time.monotonic() - started
    said.seek(max(0, said.seek(0, 2) - 2000))
    message = said.read().decode(errors="replace")
print(json.dumps({
    "seconds": took,
    "memory": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
    "status": process.returncode,
    "stopped": stopped,
    "said": message,
}))
