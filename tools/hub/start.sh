# hub start: returns when the hub is ready, or says why it is not.
# shellcheck shell=bash

. "$HUB_TOOLS/java.sh"
. "$HUB_TOOLS/build.sh"
. "$HUB_TOOLS/instance.sh"

# Starts the JVM in the background; its id stands in hub.pid before this returns.
launch() {
  local data="$HUB_DATA"
  # An empty variable means the same as none.
  local name
  for name in HUB_PUBLIC_URL HUB_JDBC_URL HUB_JDBC_USER HUB_JDBC_PASSWORD HUB_CLUSTER_MEMBERS HUB_CORS_ORIGINS \
    HUB_ARCHIVE HUB_ARCHIVE_KEY_FILE HUB_ARCHIVE_DAYS HUB_ARCHIVE_MEBIBYTES HUB_SMTP_PORT HUB_SMTP_TLS; do
    [ -n "${!name:-}" ] || unset "$name"
  done
  # Secrets travel in the environment, never on the command line, which every user of the machine can read.
  (
    cd "$data"
    export KARAF_BASE="$data" KARAF_DATA="$data/data" KARAF_ETC="$data/etc" KARAF_LOG="$data/log"
    # Relative to KARAF_BASE, where Karaf changes to: its own default would write into the installation.
    export KARAF_OPTS='-Dkaraf.instances=instances' KARAF_EXEC=exec
    export LC_ALL="${HUB_LOCALE:-C.UTF-8}"
    unset KARAF_HOME CLASSPATH
    exec setsid "$HUB_DIST/bin/karaf" daemon </dev/null >"$data/log/console.log" 2>&1
  ) &
  printf '%s\n' $! >"$data/hub.pid"
  disown
}

show_trouble() {
  say '--- the end of its log:'
  { tail -n 15 "$HUB_DATA/log/console.log"; tail -n 25 "$HUB_DATA/log/karaf.log" | cut -c1-400; } >&2 2>/dev/null || true
}

start_hub() {
  local pid deadline launched=''
  need_java
  if pid="$(running_pid)"; then
    say "hub: runs already, process $pid"
  else
    if (exec 3<>"/dev/tcp/127.0.0.1/$HUB_PORT") 2>/dev/null; then
      die "port $HUB_PORT is taken by another process: choose another HUB_PORT"
    fi
    need_distribution
    prepare_instance
    launch
    launched=yes
    # Whoever interrupts a start does not want half a hub left behind.
    trap 'stop_hub; exit 130' INT TERM
    pid="$(cat "$HUB_DATA/hub.pid")"
  fi
  deadline=$((SECONDS + HUB_START_TIMEOUT))
  until is_ready; do
    if ! kill -0 "$pid" 2>/dev/null; then
      rm -f "$HUB_DATA/hub.pid"
      show_trouble
      die 'it ended while starting'
    fi
    if [ "$SECONDS" -ge "$deadline" ]; then
      show_trouble
      [ -n "$launched" ] || die "not ready after $HUB_START_TIMEOUT s (it ran before; left as it is)"
      stop_hub
      die "not ready after $HUB_START_TIMEOUT s, stopped again"
    fi
    sleep 0.3
  done
  trap - INT TERM
}

. "$HUB_TOOLS/stop.sh" --define-only

if [ "${1:-}" != --define-only ]; then
  start_hub
  say "hub: ready at $(local_url)   data in $HUB_DATA"
fi
