"""Runs a command and prints what it took as JSON: seconds, and the most memory that one process of it held, in bytes.

Usage: measured.py SECONDS COMMAND…    it is stopped after so many seconds
"""
import json
import os
import resource
import signal
import subprocess
import sys
import time

limit, command = float(sys.argv[1]), sys.argv[2:]
started = time.monotonic()
process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
try:
    _, said = process.communicate(timeout=limit)
    stopped = False
except subprocess.TimeoutExpired:
    os.killpg(process.pid, signal.SIGKILL)
    _, said = process.communicate()
    stopped = True
print(json.dumps({
    "seconds": time.monotonic() - started,
    "memory": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
    "status": process.returncode,
    "stopped": stopped,
    "said": said.decode(errors="replace")[-600:],
}))
