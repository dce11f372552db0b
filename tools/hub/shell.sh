# hub shell 'COMMAND': its output and nothing else on stdout; its failure is ours.
# shellcheck shell=bash

. "$HUB_TOOLS/java.sh"

[ $# -ge 1 ] || { say "usage: hub shell 'COMMAND'"; exit 2; }
pid="$(running_pid)" || die "does not run (HUB_DATA=$HUB_DATA)"
need_java
# The running process says which installation it came from: its client fits its server.
HUB_DIST="$(cat "$HUB_DATA/data/installation")"
classpath="$(find "$HUB_DIST/system/org/apache/karaf/org.apache.karaf.client" "$HUB_DIST/system/org/apache/sshd/sshd-osgi" \
  "$HUB_DIST/system/org/fusesource/jansi" "$HUB_DIST/system/org/jline/jline" -name '*.jar' | paste -sd:)"
exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 \
  -Dkaraf.etc="$HUB_DATA/etc" -Dkaraf.base="$HUB_DATA" -Duser.home="$HUB_DATA/keys" -cp "$classpath" \
  org.apache.karaf.client.Main -a "$HUB_SSH_PORT" -h 127.0.0.1 -u operator -k "$HUB_DATA/keys/shell" -b "$*"
