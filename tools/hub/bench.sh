# hub bench [NAME] [OPTIONS]: measures; no NAME means all but chaos. Exit 0 when it ran, whatever the figures; chaos: 1 when
# something was lost, doubled, out of order or delayed.
# shellcheck shell=bash

. "$HUB_TOOLS/java.sh"

# Where results of the build and the databases lie: on the disk that the hub's own data is on.
bench_folder="$HUB_HOME/.hub/bench"

bench_fingerprint() {
  (
    cd "$HUB_HOME"
    find pom.xml bundles/pom.xml bundles/{model,api,core,store,archive,reading,feed,testkit,declarative} routes/online-media simulators itests/pom.xml itests/{chaos,benchmarks} -type f \
      -not -path '*/target/*' -not -path '*/src/test/*' -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
  )
}

need_benchmarks() {
  local made="$HUB_HOME/itests/benchmarks/target" sources
  sources="$(bench_fingerprint)"
  mkdir -p "$bench_folder"
  if [ ! -d "$made/lib" ] || [ "$(cat "$made/sources" 2>/dev/null)" != "$sources" ]; then
    say 'hub: building what is missing'
    "$HUB_HOME/mvnw" -B -q -Dstyle.color=never -f "$HUB_HOME/pom.xml" -DskipTests \
      -Dspotless.apply.skip=true -Dspotless.check.skip=true -pl itests/benchmarks -am package >"$bench_folder/build.log" 2>&1 || {
      tail -n 40 "$bench_folder/build.log" >&2
      die "the build failed; all of it: $bench_folder/build.log"
    }
    printf '%s\n' "$sources" >"$made/sources"
  fi
}

need_java
if [ "${1:-}" = fuzz ]; then
  shift
  . "$HUB_TOOLS/fuzz.sh"
  exit
fi
need_benchmarks
# shellcheck disable=SC2086 # HUB_BENCH_OPTS is words for the JVM, such as those that start a profiler.
exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseParallelGC -Dh2.objectCache=false -Dfile.encoding=UTF-8 -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.log.org.apache.ftpserver=error \
  -Djava.io.tmpdir="$bench_folder" -Dhub.home="$HUB_HOME" ${HUB_BENCH_OPTS:-} \
  -cp "$HUB_HOME/itests/benchmarks/target/classes:$HUB_HOME/itests/benchmarks/target/lib/*" org.iochub.benchmarks.Main "$@"
