# Finds a Chromium with its driver for the tests of the web console, or gets them with the system's package manager.
# shellcheck shell=bash

browser_search() {
  local name
  HUB_BROWSER=''
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then HUB_BROWSER="$(command -v "$name")"; break; fi
  done
  HUB_BROWSER_DRIVER="$(command -v chromedriver || true)"
  [ -n "$HUB_BROWSER" ] && [ -n "$HUB_BROWSER_DRIVER" ]
}

need_browser() {
  local install='apt-get install -y chromium chromium-driver'
  if ! browser_search; then
    if command -v apt-get >/dev/null 2>&1; then
      if [ "$(id -u)" = 0 ]; then
        say 'hub: no Chromium with chromedriver found: installing them'
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install; } >&2 || die "no browser; this failed: $install"
        browser_search || die 'Chromium was installed, but is not where one looks'
      else
        die "the tests of the web console need Chromium and its driver:  sudo $install"
      fi
    else
      die 'the tests of the web console need Chromium and chromedriver on the PATH: install them'
    fi
  fi
  export HUB_BROWSER HUB_BROWSER_DRIVER
}
