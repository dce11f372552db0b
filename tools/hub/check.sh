# hub check PATH [--accept] [--json] [--report FILE.html] [--lang vi|en], hub check --catalogue: examines an adapter
# without a running hub. Exit 0 when every check passed or was waived, 1 when one failed, 2 when it could not be asked.
# shellcheck shell=bash

. "$HUB_TOOLS/kit.sh"
run_kit check "$@"
