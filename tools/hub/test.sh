# hub test: builds and runs every test.
# shellcheck shell=bash

. "$HUB_TOOLS/java.sh"
. "$HUB_TOOLS/browser.sh"

need_java
# The tests bring up hubs of their own: what this shell says of one is not for them.
for name in $(compgen -e HUB_); do
  case "$name" in HUB_HOME) ;; *) unset "$name" ;; esac
done
need_browser
# Two modules at a time: much of a test is waiting for real servers.
exec "$HUB_HOME/mvnw" -B -f "$HUB_HOME/pom.xml" -T2 verify "$@"
