# hub test: builds and runs every test.
# shellcheck shell=bash

. "$HUB_TOOLS/java.sh"

need_java
exec "$HUB_HOME/mvnw" -B -f "$HUB_HOME/pom.xml" verify "$@"
