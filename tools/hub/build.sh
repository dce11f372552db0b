# Builds the distribution when the sources changed since the last build, and unpacks it read-only.
# shellcheck shell=bash

HUB_BUILDS="$HUB_HOME/.hub/dist"

# What the build reads, by content: the same sources have the same name, wherever and whenever they were checked out.
sources_fingerprint() {
  (
    cd "$HUB_HOME"
    find pom.xml bundles routes features shell-client karaf-assembly -type f \
      -not -path '*/target/*' -not -path '*/src/test/*' -not -name '*.md' -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
  )
}

# Sets HUB_DIST to the installation this clone's sources make.
need_distribution() {
  if [ -n "${HUB_INSTALLATION:-}" ]; then
    # Somebody unpacked the archive himself, perhaps where nothing can be built.
    HUB_DIST="$HUB_INSTALLATION"
    [ -x "$HUB_DIST/bin/karaf" ] || die "no installation in HUB_INSTALLATION=$HUB_INSTALLATION"
    return
  fi
  HUB_DIST="$HUB_BUILDS/$(sources_fingerprint)"
  [ -x "$HUB_DIST/bin/karaf" ] && return
  # Whoever may read the clone may run what it builds; an instance's data is another matter.
  (umask 022 && mkdir -p "$HUB_BUILDS")
  # Two hubs started at once from one clone build once.
  exec 9>"$HUB_BUILDS/lock"
  if command -v flock >/dev/null 2>&1; then flock 9; fi
  [ -x "$HUB_DIST/bin/karaf" ] || build_distribution
  exec 9>&-
}

build_distribution() {
  local log="$HUB_BUILDS/build.log" fresh="$HUB_BUILDS/.unpacking.$$"
  say 'hub: building what is missing (the first time takes some minutes)'
  # Formatting is the developer's and the tests' business: a start must not change sources.
  if ! "$HUB_HOME/mvnw" -B -q -Dstyle.color=never -f "$HUB_HOME/pom.xml" -DskipTests -Dspotless.apply.skip=true -Dspotless.check.skip=true \
    -pl karaf-assembly -am package >"$log" 2>&1 9>&-; then
    tail -n 40 "$log" >&2
    die "the build failed; all of it: $log"
  fi
  # shellcheck disable=SC2064
  trap "rm -rf '$fresh'" EXIT
  rm -rf "$fresh"
  mkdir -p "$fresh"
  tar -xzf "$HUB_HOME"/karaf-assembly/target/karaf-assembly-*.tar.gz -C "$fresh" --strip-components=1
  # A running hub writes in HUB_DATA only; this makes sure of it.
  chmod -R a-w,a+rX "$fresh"
  chmod u+w "$fresh"
  mv "$fresh" "$HUB_DIST"
  chmod u-w "$HUB_DIST"
  trap - EXIT
  remove_old_builds
}

# Earlier builds go, except those a hub still runs from.
remove_old_builds() {
  local build
  for build in "$HUB_BUILDS"/*/ "$HUB_BUILDS"/.unpacking.*/; do
    build="${build%/}"
    [ -d "$build" ] && [ "$build" != "$HUB_DIST" ] || continue
    if [ -d /proc/self ] && ! cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' '\n' | grep -qxF -- "-Dkaraf.home=$build"; then
      chmod -R u+w "$build" && rm -rf "$build"
    fi
  done
}
