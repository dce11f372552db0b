# hub stop: asks the process to end, and insists after a while.
# shellcheck shell=bash

stop_hub() {
  local pid waited=0
  pid="$(running_pid)" || { rm -f "$HUB_DATA/hub.pid"; return 0; }
  kill -TERM "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do
    # A process that ended but was not waited for yet is gone for our purposes.
    case "$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null)" in Z*) break ;; esac
    if [ "$waited" -ge 600 ]; then
      say 'hub: does not end within 60 s, killed (nothing acknowledged is lost by that)'
      kill -KILL "$pid" 2>/dev/null || true
      waited=-3000
    fi
    sleep 0.1
    waited=$((waited + 1))
  done
  rm -f "$HUB_DATA/hub.pid"
}

if [ "${1:-}" != --define-only ]; then
  if running_pid >/dev/null; then
    stop_hub
    say 'hub: stopped'
  else
    rm -f "$HUB_DATA/hub.pid"
    say 'hub: does not run'
  fi
fi
