# What the commands share: where an instance lives, how it is found, words to the user.
# shellcheck shell=bash

umask 077

: "${HUB_DATA:=$HUB_HOME/.hub/default}"
: "${HUB_PORT:=8181}"
: "${HUB_SSH_PORT:=8101}"
: "${HUB_BIND:=127.0.0.1}"
# One place says what "ready" is and how long a start may take.
HUB_READY_PATH=/health/ready
: "${HUB_START_TIMEOUT:=120}"
case "$HUB_DATA" in /*) ;; *) HUB_DATA="$PWD/$HUB_DATA" ;; esac
export HUB_DATA HUB_PORT HUB_SSH_PORT HUB_BIND

say() { printf '%s\n' "$*" >&2; }

die() {
  say "hub: $*"
  exit 1
}

not_built() {
  say "hub: '$1' is not built yet"
  exit 2
}

# With a certificate the one port speaks TLS alone: no key ever travels in the clear.
tls() { [ -n "${HUB_TLS_CERTIFICATE:-}" ]; }

# An address this machine can call, whatever the hub is bound to.
local_url() {
  local scheme=http
  tls && scheme=https
  case "$HUB_BIND" in
    0.0.0.0 | '::' | '*') echo "$scheme://127.0.0.1:$HUB_PORT" ;;
    *:*) echo "$scheme://[$HUB_BIND]:$HUB_PORT" ;;
    *) echo "$scheme://$HUB_BIND:$HUB_PORT" ;;
  esac
}

# The process id of this instance's JVM, if it runs. A stale file whose id went to another process does not count.
running_pid() {
  local pid
  pid="$(cat "$HUB_DATA/hub.pid" 2>/dev/null)" || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
  if [ -r "/proc/$pid/cmdline" ]; then
    tr '\0' '\n' <"/proc/$pid/cmdline" | grep -qxF -- "-Dkaraf.base=$HUB_DATA" || return 1
  fi
  echo "$pid"
}

# The status of a GET, 000 when nobody answers. Needs no curl: bash opens the socket.
http_status() { http_answer "$1" | awk 'NR == 1 { code = $1 } END { print (code == "" ? "000" : code) }'; }

# The status of a GET, and the body in the lines behind it.
http_answer() {
  local host="${HUB_BIND}"
  if tls; then
    . "$HUB_TOOLS/java.sh"
    need_java
    "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -Djdk.internal.httpclient.disableHostnameVerification=true \
      "$HUB_TOOLS/HttpStatus.java" "$(local_url)$1"
    return
  fi
  case "$host" in 0.0.0.0 | '::' | '*') host=127.0.0.1 ;; esac
  (
    exec 3<>"/dev/tcp/$host/$HUB_PORT" || exit 0
    printf 'GET %s HTTP/1.0\r\nHost: %s\r\nConnection: close\r\n\r\n' "$1" "$host" >&3
    while IFS= read -r -t 10 line <&3 || [ -n "$line" ]; do
      printf '%s\n' "$line"
    done
  ) 2>/dev/null | tr -d '\r' | awk 'NR == 1 { print $2; next } body { print } $0 == "" { body = 1 }'
}

# What keeps the hub from being ready, a sentence a line: of its own answer, Vietnamese and English.
missing_sentences() {
  http_answer "$HUB_READY_PATH" | tail -n +2 | tr -d '\n' | grep -o '"missing" *: *{[^}]*}' \
    | sed -e 's/^"missing" *: *{ *//' -e 's/}$//' -e 's/"vi" *: *"//' -e 's/" *, *"en" *: *"/ \/ /' -e 's/" *$//' \
      -e 's/\\"/"/g' -e 's/^/  /' || true
}

is_ready() { [ "$(http_status "$HUB_READY_PATH")" = 200 ]; }
