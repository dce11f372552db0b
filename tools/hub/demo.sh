# hub demo [--once]: the distribution with simulated source systems, until each has delivered or Ctrl-C.
# shellcheck shell=bash

# The demo has an instance of its own unless one was asked for.
if [ "$HUB_DATA" = "$HUB_HOME/.hub/default" ]; then
  export HUB_DATA="$HUB_HOME/.hub/demo"
fi

. "$HUB_TOOLS/start.sh" --define-only

case "${1:-}" in '' | --once) ;; *) say "usage: hub demo [--once]"; exit 2 ;; esac

need_java

# The simulators and the adapter that is dropped are built with the distribution, but are not in it.
need_simulators() {
  if [ ! -d "$HUB_HOME/simulators/target/lib" ] || [ -z "$(dropped_adapter)" ]; then
    "$HUB_HOME/mvnw" -B -q -f "$HUB_HOME/pom.xml" -DskipTests -Dspotless.apply.skip=true -Dspotless.check.skip=true \
      -pl simulators,routes/online-media -am package
  fi
}

dropped_adapter() { find "$HUB_HOME/routes/online-media/target" -maxdepth 1 -name 'online-media-*.jar' 2>/dev/null | head -n 1; }

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The port of the example board: the one asked for, else the first free one from a hundred above the hub's on.
board_port() {
  local port
  if [ -n "${HUB_BOARD_PORT:-}" ]; then
    ! taken "$HUB_BOARD_PORT" || die "port $HUB_BOARD_PORT is taken by another process: choose another HUB_BOARD_PORT"
    echo "$HUB_BOARD_PORT"
    return
  fi
  port=$((HUB_PORT + 100 < 65500 ? HUB_PORT + 100 : HUB_PORT - 5000))
  while taken "$port"; do port=$((port + 1)); done
  echo "$port"
}

# Built before the trap is set: the build has one of its own and takes it away when it is through.
need_distribution
need_simulators

demo_pid=''
end_demo() {
  trap - EXIT INT TERM
  [ -z "$demo_pid" ] || kill "$demo_pid" 2>/dev/null || true
  stop_hub
}
trap end_demo EXIT
trap 'exit 130' INT TERM

# Instances of an earlier demo point at servers that are gone.
grep -lsxF -- '# simulated, written anew by each demo' "$HUB_DATA"/etc/org.iochub.source-*.cfg | while IFS= read -r old; do rm -f "$old"; done || true
board_port="$(board_port)"
# The board is a page of its own origin, which the hub has to allow before it starts.
export HUB_CORS_ORIGINS="${HUB_CORS_ORIGINS:+$HUB_CORS_ORIGINS,}http://127.0.0.1:$board_port"
start_hub
# Starting has traps of its own and takes them away.
trap end_demo EXIT
trap 'exit 130' INT TERM
cp "$HUB_HOME"/simulators/src/main/etc/*.cfg "$HUB_DATA/etc/"
"$JAVA_HOME/bin/java" -Xmx256m -Dfile.encoding=UTF-8 -cp "$HUB_HOME/simulators/target/classes:$HUB_HOME/simulators/target/lib/*" \
  org.iochub.simulators.demo.Demo "$(local_url)" "$HUB_DATA" "$(dropped_adapter)" "$HUB_HOME" "$board_port" "$@" &
demo_pid=$!
status=0
wait "$demo_pid" || status=$?
demo_pid=''
exit "$status"
