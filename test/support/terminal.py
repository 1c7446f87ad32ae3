"""Runs a program in a terminal of its own and answers its questions.

Arguments: a JSON list of [text to wait for, what to type], then the program and its arguments. Prints as JSON the exit
status (of a signal: its negative number) and all that the terminal showed.
"""

import json
import os
import pty
import select
import sys
import time

steps = json.loads(sys.argv[1])
process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
shown = b""
seen = 0
deadline = time.monotonic() + 60
while time.monotonic() < deadline:
    ready, _, _ = select.select([terminal], [], [], 0.5)
    if ready:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
    if steps:
        found = shown.find(steps[0][0].encode(), seen)
        if found >= 0:
            seen = found + len(steps[0][0].encode())
            os.write(terminal, steps.pop(0)[1].encode())
_, status = os.waitpid(process, 0)
json.dump({"code": os.waitstatus_to_exitcode(status), "shown": shown.decode(), "unanswered": steps}, sys.stdout)
