"""Times a Python parser of requirements: parsers.py pip|packaging FILE RUNS prints milliseconds."""

import sys
import time

parser, path, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])

if parser == "pip":
    from pip._internal.network.session import PipSession
    from pip._internal.req.constructors import install_req_from_parsed_requirement
    from pip._internal.req.req_file import parse_requirements

    session = PipSession()

    def parse():
        for line in parse_requirements(path, session):
            install_req_from_parsed_requirement(line)
else:
    from packaging.requirements import Requirement

    def parse():
        with open(path) as file:
            for line in file:
                Requirement(line.strip())


times = []
for _ in range(runs + 1):
    begun = time.perf_counter()
    parse()
    times.append((time.perf_counter() - begun) * 1000)
print(*[f"{value:.3f}" for value in times[1:]])
