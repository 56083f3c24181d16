"""Runs a command and prints what it took as JSON: seconds, seconds of processors, and the most memory that one process of it held, in bytes.

Usage: measured.py SECONDS COMMAND…    it is stopped after so many seconds, in which the processors must have worked for it as long, so that a busy
                                       machine stops nobody; or when it takes more than half of the memory that was free
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


def of_session(session):
    """Bytes that all processes of a session hold together, and seconds that processors have worked for them."""
    memory = ticks = 0
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                # The name, in parentheses, may hold anything.
                fields = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session:
                memory += int(fields[21]) * PAGE
                ticks += int(fields[11]) + int(fields[12])
    return memory, ticks / os.sysconf("SC_CLK_TCK")


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
            held, worked = of_session(process.pid)
            if min(worked, time.monotonic() - started) > seconds:
                stopped = f"more than {seconds / 60:.0f} minutes"
            elif held > memory:
                stopped = f"more than {memory / 1e9:.0f} GB of memory"
            if stopped:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                break
    took = time.monotonic() - started
    said.seek(max(0, said.seek(0, 2) - 8000))
    message = said.read().decode(errors="replace")
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "seconds": took,
    "processors": used.ru_utime + used.ru_stime,
    "memory": used.ru_maxrss * 1024,
    "status": process.returncode,
    "stopped": stopped,
    "said": message,
}))
