# hub shell 'COMMAND': its output and nothing else on stdout; its failure is ours.
# shellcheck shell=bash

. "$HUB_TOOLS/java.sh"

[ $# -ge 1 ] || { say "usage: hub shell 'COMMAND'"; exit 2; }
pid="$(running_pid)" || die "does not run (HUB_DATA=$HUB_DATA)"
need_java
# The running process says which installation it came from: its client fits its server.
HUB_DIST="$(cat "$HUB_DATA/data/installation")"
classpath="$HUB_DIST/lib/hub/shell-client.jar"
# Karaf's own SSH library; its client's jar brings a logger for it.
for jar in "$HUB_DIST"/system/org/apache/sshd/sshd-osgi/*/*.jar "$HUB_DIST"/system/org/apache/karaf/org.apache.karaf.client/*/*.jar; do
  classpath="$classpath:$jar"
done
# The fastest start the JVM has: this process lives for a second.
exec env LC_ALL=C.UTF-8 "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx64m -Dfile.encoding=UTF-8 \
  -cp "$classpath" org.iochub.shellclient.ShellClient "$HUB_SSH_PORT" \
  "${HUB_SHELL_USER:-operator}" "${HUB_SHELL_KEY:-$HUB_DATA/keys/shell}" "$*"
