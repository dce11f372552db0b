#!/usr/bin/env python3
"""Receives webhooks of IOC Hub: agrees, checks signatures, keeps events once, prints one a line.

WHSEC    the secret(s) of the subscription, separated by blanks while one is being replaced
PORT     where to listen (8080); put a reverse proxy with TLS in front
ORIGIN   the hub that may send: the host of its public address; * for any
SEEN     a file of the ids that were taken, so that nothing counts twice
TOLERANCE  how old a delivery may be, in seconds (300)
"""
import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

SECRETS = [base64.b64decode(word[len("whsec_"):]) for word in os.environ["WHSEC"].split()]
ORIGIN = os.environ.get("ORIGIN", "*")
SEEN = os.environ.get("SEEN", "seen.txt")
TOLERANCE = int(os.environ.get("TOLERANCE", "300"))
LARGEST = 16 << 20

lock = Lock()
seen = set()
if os.path.exists(SEEN):
    with open(SEEN, encoding="ascii") as file:
        seen.update(line.strip() for line in file)


def take(event):
    """What your module does with an event. When this returns, the event has to be safely yours."""
    print(json.dumps(event, ensure_ascii=False), flush=True)


def is_signed(headers, body):
    ident, when = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not when.isdigit() or abs(time.time() - int(when)) > TOLERANCE:
        return False
    signed = f"{ident}.{when}.".encode() + body
    wanted = [base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode() for secret in SECRETS]
    given = [word[3:] for word in headers.get("webhook-signature", "").split() if word.startswith("v1,")]
    return any(hmac.compare_digest(one, other) for one in given for other in wanted)


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_OPTIONS(self):
        """The handshake: whoever does not say yes gets nothing."""
        self.send_response(200)
        self.send_header("Allow", "POST")
        if ORIGIN in ("*", self.headers.get("WebHook-Request-Origin")):
            self.send_header("WebHook-Allowed-Origin", ORIGIN)
            self.send_header("WebHook-Allowed-Rate", "*")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self):
        length = int(self.headers.get("Content-Length", "0"))
        if length > LARGEST:
            self.answer(413)
            return
        body = self.rfile.read(length)
        if not is_signed(self.headers, body):
            self.answer(401)
            return
        with lock, open(SEEN, "a", encoding="ascii") as file:
            for event in json.loads(body):
                if event["id"] not in seen:
                    take(event)
                    seen.add(event["id"])
                    file.write(event["id"] + "\n")
        self.answer(204)  # only now: the hub goes on to the next batch

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, form, *values):
        print(form % values, file=sys.stderr)


if __name__ == "__main__":
    server = ThreadingHTTPServer((os.environ.get("BIND", "127.0.0.1"), int(os.environ.get("PORT", "8080"))), Receiver)
    print(f"listening at {server.server_address[1]}", file=sys.stderr, flush=True)
    server.serve_forever()
