# hub bench fuzz [--minutes N] [TARGET...]: looks for input that a parser stumbles over; without TARGET all, one after the
# other, N minutes each (1). What is found lies in .hub/fuzz; put it into itests/fuzz/corpus/TARGET and mend the parser.
# shellcheck shell=bash

minutes=1
targets=()
while [ $# -gt 0 ]; do
  case "$1" in
    --minutes) minutes="${2:?--minutes N}"; shift 2 ;;
    --*) die "fuzz: unknown option $1" ;;
    *) targets+=("$1"); shift ;;
  esac
done
case "$minutes" in '' | *[!0-9]*) die "fuzz: --minutes takes a whole number, not '$minutes'" ;; esac

module="$HUB_HOME/itests/fuzz"
say 'hub: building what is missing'
mkdir -p "$HUB_HOME/.hub/fuzz"
"$HUB_HOME/mvnw" -B -q -Dstyle.color=never -f "$HUB_HOME/pom.xml" -DskipTests -Dspotless.apply.skip=true \
  -Dspotless.check.skip=true -pl itests/fuzz -am package >"$HUB_HOME/.hub/fuzz/build.log" 2>&1 || {
  tail -n 40 "$HUB_HOME/.hub/fuzz/build.log" >&2
  die "the build failed; all of it: $HUB_HOME/.hub/fuzz/build.log"
}
fuzz_java() {
  "$JAVA_HOME/bin/java" -Xmx1g -Dhub.home="$HUB_HOME" -Dfile.encoding=UTF-8 -Djava.io.tmpdir="$HUB_HOME/.hub/fuzz" \
    -Dorg.slf4j.simpleLogger.defaultLogLevel=off -cp "$module/target/classes:$module/target/lib/*" "$@"
}
[ "${#targets[@]}" -gt 0 ] || mapfile -t targets < <(fuzz_java org.iochub.fuzz.ListTargets)

found=0
for target in "${targets[@]}"; do
  grown="$HUB_HOME/.hub/fuzz/$target/corpus"
  mkdir -p "$grown" "$module/corpus/$target"
  seeds=("$module/corpus/$target")
  case "$target" in adapter/*) seeds+=("$HUB_HOME/routes/${target#adapter/}/fixtures") ;; esac
  log="$HUB_HOME/.hub/fuzz/$target/log"
  # A source's file may have patterns of its own: they run with a bound on their steps.
  # What grows goes to the first folder; the others are only read.
  if (cd "$HUB_HOME/.hub/fuzz/$target" && fuzz_java -Dfuzz.target="$target" com.code_intelligence.jazzer.Jazzer \
    --target_class=org.iochub.fuzz.Fuzz --instrumentation_includes='org.iochub.**' \
    --disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection --keep_going=1 \
    -max_total_time=$((minutes * 60)) -timeout=20 -max_len=65536 -rss_limit_mb=4096 -artifact_prefix=./ \
    "$grown" "${seeds[@]}") >"$log" 2>&1; then
    verdict='nothing found'
  else
    verdict="FOUND something: $log"
    found=1
  fi
  printf '%-28s %12s runs  %s\n' "$target" \
    "$(grep -oE '^#[0-9]+' "$log" | tail -n 1 | tr -d '#')" "$verdict"
done
exit "$found"
