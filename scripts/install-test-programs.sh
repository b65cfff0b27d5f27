#!/usr/bin/env bash
# Debian programs that the tests drive for real: a browser, a PDF renderer, a QR reader, an image tool.
set -euo pipefail
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v zbarimg >/dev/null || missing+=(zbar-tools)
command -v convert >/dev/null || missing+=(imagemagick)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "installing from Debian: ${missing[*]}"
  command -v apt-get >/dev/null || { echo "These programs are needed and apt-get is not here: ${missing[*]}" >&2; exit 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
fi
