# Finds a JDK 17 or later, or gets one with the system's package manager.
# shellcheck shell=bash

jdk_major() {
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

jdk_fits() {
  local major
  [ -x "$1/bin/javac" ] || return 1
  major="$(jdk_major "$1")"
  [ -n "$major" ] && [ "$major" -ge 17 ]
}

jdk_search() {
  local candidate
  if [ -n "${JAVA_HOME:-}" ] && jdk_fits "$JAVA_HOME"; then return 0; fi
  if command -v javac >/dev/null 2>&1; then
    candidate="$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"
    if jdk_fits "$candidate"; then
      JAVA_HOME="$candidate"
      return 0
    fi
  fi
  for candidate in /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/current /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if jdk_fits "$candidate"; then
      JAVA_HOME="$candidate"
      return 0
    fi
  done
  return 1
}

need_java() {
  local install='apt-get install -y openjdk-17-jdk-headless'
  if ! jdk_search; then
    if command -v apt-get >/dev/null 2>&1; then
      if [ "$(id -u)" = 0 ]; then
        say 'hub: no JDK 17 or later found: installing one'
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install; } >&2 || die "no JDK; this failed: $install"
        jdk_search || die 'a JDK was installed, but is not where one looks'
      else
        die "a JDK 17 or later is needed:  sudo $install"
      fi
    else
      die 'a JDK 17 or later is needed: install one and set JAVA_HOME'
    fi
  fi
  export JAVA_HOME
}
