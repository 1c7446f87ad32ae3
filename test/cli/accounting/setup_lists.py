"""The lists of requirements in a setup.py as JSON, by Python's own parser: literals, sums, and names of both."""

import ast
import json
import sys

LISTS = ("install_requires", "extras_require", "setup_requires", "tests_require")
known = {}


def value(node):
    if isinstance(node, ast.Name):
        return known[node.id]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return list(value(node.left)) + list(value(node.right))
    if isinstance(node, (ast.List, ast.Tuple)):
        return [value(item) for item in node.elts]
    if isinstance(node, ast.Dict):
        return {value(key): value(item) for key, item in zip(node.keys, node.values)}
    return ast.literal_eval(node)


tree = ast.parse(open(sys.argv[1], encoding="utf-8").read())
for node in tree.body:
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        try:
            known[node.targets[0].id] = value(node.value)
        except (KeyError, ValueError):
            pass

dicts = {
    node.targets[0].id: node.value
    for node in tree.body
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Dict)
}


def arguments(call):
    for keyword in call.keywords:
        if keyword.arg is not None:
            yield keyword.arg, keyword.value
        elif isinstance(keyword.value, ast.Name) and keyword.value.id in dicts:
            given = dicts[keyword.value.id]
            for key, item in zip(given.keys, given.values):
                yield value(key), item


found = {}
for call in ast.walk(tree):
    if isinstance(call, ast.Call) and ast.unparse(call.func) in ("setup", "setuptools.setup"):
        for name, node in arguments(call):
            if name in LISTS:
                try:
                    listed = value(node)
                except (KeyError, ValueError):
                    continue
                found[name] = listed.splitlines() if isinstance(listed, str) else listed
print(json.dumps(found))
