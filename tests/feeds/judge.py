"""Reads feeds as many readers do, and says of each file what it thought of it: one JSON object a line."""
import json
import sys

import feedparser

for name in sys.argv[1:]:
    with open(name, "rb") as file:
        feed = feedparser.parse(file.read())
    print(json.dumps({
        "file": name,
        "bozo": bool(feed.bozo),
        "says": str(feed.get("bozo_exception", "")),
        "version": feed.version,
        "title": feed.feed.get("title", ""),
        "ids": [entry.get("id", "") for entry in feed.entries],
        "dates": all(entry.get("updated_parsed") for entry in feed.entries),
    }))
