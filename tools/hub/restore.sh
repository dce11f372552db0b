# hub restore FILE [--confirm]: brings a backup up in HUB_DATA; then 'hub start'.
# shellcheck shell=bash

. "$HUB_TOOLS/java.sh"
. "$HUB_TOOLS/build.sh"

[ $# -ge 1 ] || { say 'usage: hub restore FILE [--confirm]'; exit 2; }
if pid="$(running_pid)"; then die "a hub runs on $HUB_DATA, process $pid: stop it first"; fi
need_java
need_distribution
mkdir -p "$HUB_DATA"
chmod 700 "$HUB_DATA"
# What the store needs outside of Karaf, from the installation itself: the versions fit each other.
classpath=''
for part in org/iochub/model org/iochub/api org/iochub/core org/iochub/store com/h2database/h2 org/postgresql/postgresql \
  com/zaxxer/HikariCP com/fasterxml/jackson/core/jackson-core com/fasterxml/jackson/core/jackson-databind \
  com/fasterxml/jackson/core/jackson-annotations org/ops4j/pax/logging/pax-logging-api \
  org/apache/felix/org.apache.felix.framework; do
  for jar in "$HUB_DIST/system/$part"/*/*.jar; do classpath="$classpath:$jar"; done
done
exec env LC_ALL=C.UTF-8 "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dh2.objectCache=false \
  -Dorg.ops4j.pax.logging.DefaultServiceLog.level=ERROR -cp "${classpath#:}" \
  org.iochub.store.internal.backup.RestoreMain "$HUB_DATA" "$@"
