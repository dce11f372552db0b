# hub status: one line; exit 0 only when ready, 3 when it does not run, 1 in between.
# shellcheck shell=bash

if ! pid="$(running_pid)"; then
  echo "stopped: no process for $HUB_DATA"
  exit 3
fi
code="$(http_status "$HUB_READY_PATH")"
case "$code" in
  200) echo "ready: process $pid at $(local_url)" ;;
  000)
    echo "starting: process $pid, nothing answers on port $HUB_PORT yet"
    exit 1
    ;;
  *)
    echo "not ready: process $pid, $HUB_READY_PATH answers $code"
    missing_sentences
    exit 1
    ;;
esac
