# Chromium and fonts that can write Korean: found, installed, or one clear line. Sourced by ./test.
# The headless shell is the same Chromium without windows; a page costs it three fifths of the computing.

find_browser() {
  command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome || true
}

has_korean_font() {
  ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=ko family | head -1)" ]
}

install_package() {
  echo "Installing $1 ..."
  DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y -qq "$1" >/dev/null 2>&1
}

install_browser() {
  timeout 120 apt-get update -qq || true
  has_korean_font || install_package fonts-noto-cjk || true
  command -v chromium-headless-shell >/dev/null || install_package chromium-headless-shell \
    || [ -n "$(find_browser)" ] || install_package chromium || true
}

require_browser() {
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    command -v chromium-headless-shell >/dev/null && has_korean_font || install_browser
  fi
  DARI_CHROMIUM=$(find_browser)
  [ -n "$DARI_CHROMIUM" ] || { echo "The browser tests need Chromium: install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk)" >&2; exit 4; }
  has_korean_font || { echo "The browser tests need a Korean font: install one (Debian: apt-get install fonts-noto-cjk)" >&2; exit 4; }
  export DARI_CHROMIUM
}
