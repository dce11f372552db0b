#!/usr/bin/env python3
"""Follows a feed with nothing but Python's own library: current state first, then what changes.

Each event is handed to `take`. HUB_URL, HUB_KEY and TYPE say what to read; the place reached is kept in CURSOR_FILE.
With ONCE=1 it ends when nothing is new.
"""

import json
import os
import re
import sys
import time
import urllib.error
import urllib.request

URL = os.environ.get("HUB_URL", "http://127.0.0.1:8181")
KEY = os.environ["HUB_KEY"]
TYPE = os.environ.get("TYPE", "all")
PLACE = os.environ.get("CURSOR_FILE", "cursor.txt")
WAIT = os.environ.get("WAIT", "30")
ONCE = os.environ.get("ONCE") == "1"


def take(event):
    """Yours to write. An event may come twice after a crash: its id says so."""
    print(json.dumps(event, ensure_ascii=False), flush=True)


def ask(address):
    request = urllib.request.Request(
        address, headers={"Authorization": "Bearer " + KEY, "Accept": "application/x-ndjson"}
    )
    with urllib.request.urlopen(request, timeout=120) as answer:
        links = dict(
            (relation, target)
            for header in answer.headers.get_all("Link", [])
            for target, relation in re.findall(r'<([^>]*)>; rel="([^"]*)"', header)
        )
        return [json.loads(line) for line in answer.read().splitlines() if line], links


def keep(place):
    with open(PLACE + ".new", "w", encoding="ascii") as file:
        file.write(place)
    os.replace(PLACE + ".new", PLACE)


def snapshot(address):
    """The state as it is now, page by page; behind it lies the place in the feed to go on from."""
    while address:
        events, links = ask(address)
        for event in events:
            take(event)
        feed, address = links["feed"], links.get("next")
    keep(feed)


def main():
    if not os.path.exists(PLACE):
        snapshot(f"{URL}/api/v1/records/{TYPE}?limit=1000")
    while True:
        with open(PLACE, encoding="ascii") as file:
            here = file.read().strip()
        try:
            events, links = ask(f"{here}&wait={WAIT}")
        except urllib.error.HTTPError as answer:
            if answer.code == 410:
                snapshot(json.load(answer)["snapshot"])
                continue
            if answer.code in (429, 503):
                time.sleep(float(answer.headers.get("Retry-After", "2")))
                continue
            sys.exit(answer.read().decode())
        except OSError:
            time.sleep(2)  # The hub is away: nothing is missed meanwhile.
            continue
        for event in events:
            take(event)
        # Kept after its events were handed on. The link repeats the whole question, wait= too: it goes off again.
        keep(re.sub(r"[&]wait=\d+|(?<=\?)wait=\d+&", "", links["next"]))
        if ONCE and not events:
            return


if __name__ == "__main__":
    main()
