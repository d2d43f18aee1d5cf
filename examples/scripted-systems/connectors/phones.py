"""The telephone system, to Syncline. It stands in for one with a library of its own: here its lines are kept in a file of JSON."""
import json
import os
import sys


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")


class Book:
    """The lines by number. Kept after each change, beside the file and then in its place, so that nobody ever sees half of it."""

    def __init__(self, path):
        self.path = path
        self.lines = {}
        if os.path.exists(path):
            with open(path, encoding="utf-8") as book:
                self.lines = json.load(book)

    def keep(self):
        with open(self.path + ".new", "w", encoding="utf-8") as book:
            json.dump(self.lines, book, ensure_ascii=False, indent=2)
        os.replace(self.path + ".new", self.path)

    def carry_out(self, change):
        """Answers with the fields of a result."""
        adds = change["type"] == "add"
        number = (change["attributes"] if adds else change["anchor"])["number"]
        if adds and number in self.lines:
            return {"error": "already-exists", "message": "line " + number + " is taken"}
        if not adds and number not in self.lines:
            return {"error": "no-such-object", "message": "there is no line " + number}
        if change["type"] == "delete":
            del self.lines[number]
        else:
            line = {**self.lines.get(number, {}), **change["attributes"]}
            self.lines[number] = {name: value for name, value in line.items() if value not in (None, [])}
        self.keep()
        return {"anchor": {"number": number}}


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    book = None
    for line in sys.stdin:
        question = json.loads(line)
        if question["type"] == "hello":
            book = Book(question["parameters"]["book"])
            say(type="hello", protocol=1, capabilities=["full-import", "read-one", "export", "schema"])
        elif question["type"] == "schema":
            say(type="object-type", name="line", anchor=["number"], attributes=[
                {"name": "number"}, {"name": "owner", "required": True}, {"name": "badge"},
                {"name": "groups", "multiValued": True}])
            say(type="end")
        elif question["type"] == "read":
            for attributes in book.lines.values():
                say(type="object", objectType="line", attributes=attributes)
            say(type="end")
        elif question["type"] == "read-one":
            number = question["anchor"]["number"]
            if number in book.lines:
                say(type="object", objectType="line", attributes=book.lines[number])
            say(type="end")
        elif question["type"] == "export":
            for _ in range(question["operations"]):
                change = json.loads(sys.stdin.readline())
                say(type="result", operation=change["operation"], **book.carry_out(change))
            say(type="end")
        sys.stdout.flush()


main()
