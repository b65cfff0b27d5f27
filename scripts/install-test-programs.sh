#!/usr/bin/env bash
# Debian programs that the tests drive for real: a browser, a PDF renderer, a QR reader, an image tool, certificates.
set -euo pipefail
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v zbarimg >/dev/null || missing+=(zbar-tools)
command -v openssl >/dev/null || missing+=(openssl)
command -v convert >/dev/null || missing+=(imagemagick)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "installing from Debian: ${missing[*]}"
  command -v apt-get >/dev/null || { echo "These programs are needed and apt-get is not here: ${missing[*]}" >&2; exit 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
fi
# The programs of the auditors, which are not ours. Where Debian's packages can be had the tests that need them run.
if command -v apt-get >/dev/null || [ -n "${CI:-}" ]; then
  bash "$(dirname "$0")/fetch-belenios.sh"
else
  echo "belenios-tool comes from Debian's packages and apt-get is not here: the audit's tests cannot run on this machine." >&2
fi
