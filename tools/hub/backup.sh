# hub backup FILE: the running hub writes it; refuses to overwrite.
# shellcheck shell=bash

[ $# = 1 ] && [ -n "$1" ] || { say 'usage: hub backup FILE'; exit 2; }
case "$1" in /*) file="$1" ;; *) file="$PWD/$1" ;; esac
case "$file" in *\"* | *\\* | *'$'* | *$'\n'*) die 'the name of the file has quotes, backslashes, dollars or line ends: choose another' ;; esac
set -- "hub:backup \"$file\""
. "$HUB_TOOLS/shell.sh"
