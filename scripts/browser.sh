# Chromium and fonts that can write Korean: found, installed, or one clear line. Sourced by ./test.

find_browser() {
  command -v chromium || command -v chromium-browser || command -v google-chrome || true
}

has_korean_font() {
  ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=ko family | head -1)" ]
}

require_browser() {
  if [ -z "$(find_browser)" ] || ! has_korean_font; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
      echo "Installing Chromium and Korean fonts ..."
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
    fi
  fi
  DARI_CHROMIUM=$(find_browser)
  [ -n "$DARI_CHROMIUM" ] || { echo "The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk)" >&2; exit 4; }
  has_korean_font || { echo "The browser tests need a Korean font: install one (Debian: apt-get install fonts-noto-cjk)" >&2; exit 4; }
  export DARI_CHROMIUM
}
