"""A system for tests: a log of JSON lines, of which the last one about an object says how it is now."""
import json
import os
import sys

LOG = sys.argv[1]
PERSON_OR_GROUP = ("person", "group")


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")


def entries():
    if os.path.exists(LOG):
        with open(LOG, encoding="utf-8") as log:
            yield from (json.loads(line) for line in log)


def state(since=0):
    """The last entry about each object that has one after a number, by type and key."""
    last = {}
    for number, entry in enumerate(entries(), 1):
        if number > since:
            last[entry["objectType"], entry["key"]] = entry
    return last


def append(object_type, key, attributes):
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(json.dumps({"objectType": object_type, "key": key, "attributes": attributes}) + "\n")


def read(since, types):
    length = sum(1 for _ in entries())
    if since is not None and not (since.isdigit() and int(since) <= length):
        say(type="failed", code="full-import-required", message="no such watermark: " + since)
        return
    for (object_type, key), entry in state(int(since or 0)).items():
        if object_type not in types:
            continue
        if entry["attributes"] is not None:
            say(type="object", objectType=object_type, attributes=entry["attributes"])
        elif since is not None:
            say(type="delete", objectType=object_type, anchor={"key": key})
    say(type="watermark", value=str(length))
    say(type="end")


def held(object_type, key):
    entry = state().get((object_type, key))
    return entry["attributes"] if entry else None


def read_one(question):
    attributes = held(question["objectType"], question["anchor"]["key"])
    if attributes is not None:
        say(type="object", objectType=question["objectType"], attributes=attributes)
    say(type="end")


def carry_out(change):
    """Answers with the fields of a result."""
    object_type = change["objectType"]
    key = change["attributes"]["key"] if change["type"] == "add" else change["anchor"]["key"]
    before = held(object_type, key)
    if change["type"] == "add":
        if before is not None:
            return {"error": "already-exists", "message": "there is '" + key + "' already"}
        append(object_type, key, change["attributes"])
        return {"anchor": {"key": key}}
    if before is None:
        return {"error": "no-such-object", "message": "there is no '" + key + "'"}
    append(object_type, key, None if change["type"] == "delete" else changed(before, change))
    return {}


def changed(before, change):
    after = {**before, **change["attributes"]}
    for name in {*change["add"], *change["remove"]}:
        removed = change["remove"].get(name, [])
        kept = [value for value in after.get(name, []) if value not in removed]
        after[name] = kept + [value for value in change["add"].get(name, []) if value not in kept]
    return {name: value for name, value in after.items() if value not in (None, [])}


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    types = PERSON_OR_GROUP
    for line in sys.stdin:
        question = json.loads(line)
        if question["type"] == "hello":
            types = [declared["name"] for declared in question["objectTypes"]]
            say(type="hello", protocol=1,
                capabilities=["full-import", "delta-import", "read-one", "export", "value-level-export"])
        elif question["type"] == "read":
            read(question.get("since"), types)
        elif question["type"] == "read-one":
            read_one(question)
        elif question["type"] == "export":
            for _ in range(question["operations"]):
                change = json.loads(sys.stdin.readline())
                say(type="result", operation=change["operation"], **carry_out(change))
            say(type="end")
        sys.stdout.flush()


main()
