# hub new NAME [--java] [--into DIR]: scaffolds an adapter that passes 'hub check' and delivers when dropped.
# shellcheck shell=bash

. "$HUB_TOOLS/kit.sh"
run_kit new "$@"
