#!/usr/bin/env bash
# Follows a feed with curl: current state first, then what changes, one CloudEvent on each line of standard output.
# HUB_URL, HUB_KEY and TYPE say what; the place reached is kept in CURSOR_FILE. With ONCE=1 it ends when nothing is new.
set -euo pipefail

url="${HUB_URL:-http://127.0.0.1:8181}"
type="${TYPE:-all}"
place="${CURSOR_FILE:-cursor.txt}"
wait="${WAIT:-30}"
headers="$(mktemp)"
body="$(mktemp)"
trap 'rm -f "$headers" "$body"' EXIT

# link RELATION: the address of that relation in the last answer's Link headers.
link() {
  sed -n "s/^[Ll]ink: <\([^>]*\)>; rel=\"$1\".*/\1/p" "$headers" | tr -d '\r' | head -n 1
}

# ask ADDRESS: prints the status; what was answered lies in the two files.
ask() {
  curl -sS --max-time 120 -D "$headers" -o "$body" -w '%{http_code}' \
    -H "Authorization: Bearer $HUB_KEY" -H 'Accept: application/x-ndjson' "$1"
}

# The state as it is now, page by page; behind it lies the place in the feed to go on from.
snapshot() {
  local next="$1" feed=''
  while [ -n "$next" ]; do
    [ "$(ask "$next")" = 200 ] || { cat "$body" >&2; exit 1; }
    cat "$body"
    feed="$(link feed)"
    next="$(link next)"
  done
  printf '%s\n' "$feed" >"$place"
}

[ -s "$place" ] || snapshot "$url/api/v1/records/$type?limit=1000"

while true; do
  here="$(cat "$place")"
  status="$(ask "$here&wait=$wait" || true)"
  case "$status" in
    200)
      cat "$body"
      # The place is kept after its events were handed on: after a crash they come again, and are known by their id.
      # The link to go on repeats the whole question, wait= too: it goes off again.
      link next | sed 's/&wait=[0-9]*//; s/?wait=[0-9]*&/?/' >"$place.new"
      mv "$place.new" "$place"
      if [ "${ONCE:-}" = 1 ] && [ ! -s "$body" ]; then exit 0; fi
      ;;
    410) snapshot "$(link snapshot)" ;;
    401 | 403 | 404 | 400)
      cat "$body" >&2
      exit 1
      ;;
    *) sleep 2 ;; # The hub is away or busy: nothing is missed meanwhile.
  esac
done
