# hub check PATH [--accept] [--json] [--report FILE.html] [--lang vi|en] [--areas DIR], hub check --catalogue: examines an adapter
# without a running hub. Exit 0 when every check passed or was waived, 1 when one failed, 2 when it could not be asked.
# shellcheck shell=bash

. "$HUB_TOOLS/kit.sh"
# A hub that has lists of areas of its own is the one that the adapter is for.
if [ -d "$HUB_DATA/etc/areas" ]; then
  run_kit check --areas "$HUB_DATA/etc/areas" "$@"
else
  run_kit check "$@"
fi
