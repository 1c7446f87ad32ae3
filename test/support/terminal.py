"""Runs a program in a terminal of its own and answers its questions.

Arguments: a JSON list of [text to wait for, what to type], then the program and its arguments. Prints as JSON the exit
status (of a signal: its negative number) and all that the terminal showed.
"""

import json
import os
import pty
import select
import signal
import sys
import time

steps = json.loads(sys.argv[1])
process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
shown = b""
seen = 0
typed = ("", 0, 0.0)  # What was typed last, how much was shown then, and when.
deadline = time.monotonic() + 60
while time.monotonic() < deadline:
    ready, _, _ = select.select([terminal], [], [], 0.2)
    if ready:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
        continue
    text, length, at = typed
    found = shown.find(steps[0][0].encode(), seen) if steps else -1
    if found >= 0:
        # The program has come to rest behind its question.
        seen = found + len(steps[0][0].encode())
        typed = (steps.pop(0)[1], len(shown), time.monotonic())
        os.write(terminal, typed[0].encode())
    elif text and len(shown) == length and time.monotonic() - at > 5:
        # Nothing was echoed: a busy machine's program was not listening yet.
        typed = (text, length, time.monotonic())
        os.write(terminal, text.encode())
else:
    # It waits for an answer that nobody gives.
    os.kill(process, signal.SIGKILL)
_, status = os.waitpid(process, 0)
json.dump({"code": os.waitstatus_to_exitcode(status), "shown": shown.decode(), "unanswered": steps}, sys.stdout)
