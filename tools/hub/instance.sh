# Lays out one instance in HUB_DATA: its etc, drop folder, keys and logs.
# shellcheck shell=bash

random_hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

prepare_instance() {
  mkdir -p "$HUB_DATA"/{etc,deploy,data,log,keys,instances}
  chmod 700 "$HUB_DATA"
  refresh_etc
  forget_cache_of_other_build
  make_identity
  make_shell_key
  make_tls_store
}

# The certificate and its key as the HTTP server wants them, made anew at each start, so that a renewed one is taken up.
make_tls_store() {
  if ! tls; then
    unset HUB_TLS_CERTIFICATE HUB_TLS_KEY
    export HUB_TLS=false HUB_PLAIN=true
    return
  fi
  [ -n "${HUB_TLS_KEY:-}" ] || die 'HUB_TLS_CERTIFICATE is set and HUB_TLS_KEY is not: name the file with its key'
  local secret="$HUB_DATA/keys/tls.password"
  [ -s "$secret" ] || random_hex 32 >"$secret"
  HUB_TLS_STORE_PASSWORD="$(cat "$secret")"
  export HUB_TLS=true HUB_PLAIN=false HUB_TLS_STORE_PASSWORD
  "$JAVA_HOME/bin/java" "$HUB_TOOLS/TlsStore.java" "$HUB_TLS_CERTIFICATE" "$HUB_TLS_KEY" "$HUB_DATA/keys/tls.p12" ||
    die 'not started: see above'
}

# Templates of the installation go into etc. A file the operator changed stays his; an untouched one follows the installation.
refresh_etc() {
  local known="$HUB_DATA/etc/.templates" fresh="$HUB_DATA/etc/.templates.new" file sum had now
  touch "$known"
  : >"$fresh"
  (cd "$HUB_DIST/etc" && find . -type f | LC_ALL=C sort) | while IFS= read -r file; do
    file="${file#./}"
    sum="$(sha256sum <"$HUB_DIST/etc/$file" | cut -c1-64)"
    had="$(awk -v f="$file" '{ s = $1; sub(/^[^ ]+ /, "") } $0 == f { print s }' "$known")"
    now=''
    if [ -f "$HUB_DATA/etc/$file" ]; then now="$(sha256sum <"$HUB_DATA/etc/$file" | cut -c1-64)"; fi
    # Deleted on purpose stays deleted; new, or as we left it, is written.
    if { [ -z "$had" ] && [ -z "$now" ]; } || { [ -n "$now" ] && [ "$now" = "$had" ] && [ "$now" != "$sum" ]; }; then
      mkdir -p "$(dirname "$HUB_DATA/etc/$file")"
      cp "$HUB_DIST/etc/$file" "$HUB_DATA/etc/$file"
      chmod 600 "$HUB_DATA/etc/$file"
    fi
    printf '%s %s\n' "$sum" "$file" >>"$fresh"
  done
  mv "$fresh" "$known"
}

# Karaf's cache holds copies of bundles; those of another build are worthless. What was deployed lies in deploy/ and the store.
forget_cache_of_other_build() {
  if [ "$(cat "$HUB_DATA/data/installation" 2>/dev/null)" != "$HUB_DIST" ]; then
    rm -rf "$HUB_DATA/data/cache" "$HUB_DATA/data/tmp"
    printf '%s\n' "$HUB_DIST" >"$HUB_DATA/data/installation"
  fi
  mkdir -p "$HUB_DATA/data/tmp"
}

# A name of its own and the administrator's key: given from outside, or made once and kept.
make_identity() {
  if [ -z "${HUB_ID:-}" ]; then
    [ -s "$HUB_DATA/hub.id" ] || printf 'hub-%s\n' "$(random_hex 4)" >"$HUB_DATA/hub.id"
    HUB_ID="$(cat "$HUB_DATA/hub.id")"
  fi
  if [ -z "${HUB_ADMIN_KEY:-}" ]; then
    [ -s "$HUB_DATA/admin.key" ] || printf '%s\n' "$(random_hex 32)" >"$HUB_DATA/admin.key"
    chmod 600 "$HUB_DATA/admin.key"
    HUB_ADMIN_KEY="$(cat "$HUB_DATA/admin.key")"
  fi
  export HUB_ID HUB_ADMIN_KEY
}

# The pair of keys 'hub shell' logs in with. Made here with the JDK, so no ssh-keygen is needed.
make_shell_key() {
  local key="$HUB_DATA/keys/shell"
  if [ ! -s "$key" ] || [ ! -s "$key.pub" ]; then
    "$JAVA_HOME/bin/java" "$HUB_TOOLS/ShellKey.java" "$key"
  fi
  chmod 600 "$key" "$key.pub"
  if ! grep -q '^operator *=' "$HUB_DATA/etc/keys.properties" 2>/dev/null; then
    printf 'operator = %s,_g_:admingroup\n' "$(cat "$key.pub")" >>"$HUB_DATA/etc/keys.properties"
  fi
}
