# Builds the conformance kit when its sources changed, and runs it.
# shellcheck shell=bash

. "$HUB_TOOLS/java.sh"

kit_fingerprint() {
  (
    cd "$HUB_HOME"
    find pom.xml bundles conformance -type f -not -path '*/target/*' -not -path '*/src/test/*' -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
  )
}

need_kit() {
  local made="$HUB_HOME/conformance/target" log="$HUB_HOME/.hub/check/build.log" sources
  sources="$(kit_fingerprint)"
  [ -d "$made/lib" ] && [ "$(cat "$made/sources" 2>/dev/null)" = "$sources" ] && return
  mkdir -p "$(dirname "$log")"
  # Two checks at once build once.
  exec 8>"$(dirname "$log")/lock"
  if command -v flock >/dev/null 2>&1; then flock 8; fi
  if [ -d "$made/lib" ] && [ "$(cat "$made/sources" 2>/dev/null)" = "$sources" ]; then
    exec 8>&-
    return
  fi
  say 'hub: building what is missing (the first time takes some minutes)'
  "$HUB_HOME/mvnw" -B -q -Dstyle.color=never -f "$HUB_HOME/pom.xml" -DskipTests \
    -Dspotless.apply.skip=true -Dspotless.check.skip=true -pl conformance -am package >"$log" 2>&1 8>&- || {
    tail -n 40 "$log" >&2
    die "the build failed; all of it: $log"
  }
  printf '%s\n' "$sources" >"$made/sources"
  exec 8>&-
}

# The kit runs for seconds: it starts fast rather than running fast, in memory that shows who holds too much.
run_kit() {
  need_java
  need_kit
  # shellcheck disable=SC2086 # HUB_CHECK_OPTS is words for the JVM.
  exec "$JAVA_HOME/bin/java" -Xmx384m -XX:TieredStopAtLevel=1 -Xshare:auto -XX:+UseSerialGC -Dfile.encoding=UTF-8 \
    -Dorg.slf4j.simpleLogger.defaultLogLevel=error ${HUB_CHECK_OPTS:-} \
    -cp "$HUB_HOME/conformance/target/classes:$HUB_HOME/conformance/target/lib/*" org.iochub.conformance.Main "$HUB_HOME" "$@"
}
