"""What nixpkgs' pkgs/development/interpreters/python/sitecustomize.py does.

A wrapper tells the interpreter of its environment by three variables. Each is taken out of the environment, so that no other
Python that this one starts reads it: it is also why a venv, or a subprocess, does not see the packages.
"""

import os
import site
import sys

_paths = os.environ.pop("NIX_PYTHONPATH", "")
_executable = os.environ.pop("NIX_PYTHONEXECUTABLE", None)
_prefix = os.environ.pop("NIX_PYTHONPREFIX", None)

_known = site._init_pathinfo()
for _path in filter(None, _paths.split(":")):
    _known = site.addsitedir(_path, _known)

if _executable is not None and "PYTHONEXECUTABLE" not in os.environ:
    sys.executable = _executable

if _prefix is not None:
    sys.prefix = sys.exec_prefix = _prefix
    site.PREFIXES.insert(0, _prefix)
