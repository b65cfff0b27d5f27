#!/usr/bin/env bash
# Brings belenios-tool 3.0 (Debian stable) and 3.3 (Debian sid) into a private folder, with all the libraries they
# were built for, through the package sources this machine already uses. Nothing is installed and no rights are
# needed: the programs run with their own libc, so an older Debian will do.
#
#   scripts/fetch-belenios.sh [DIR]      default .cache/belenios; afterwards DIR/belenios-3.0 and DIR/belenios-3.3 run
#
# DEBIAN_MIRROR=URI names a Debian mirror where the machine's own sources have none (a machine that is not Debian).
# Exit status: 0 both run; 1 they could not be brought here, and the reason is printed.
set -euo pipefail

fail() {
  echo "fetch-belenios: $*" >&2
  exit 1
}

dir=${1:-"$(dirname "$0")/../.cache/belenios"}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

runs() { # runs NAME VERSION: the wrapper is there and starts that version
  [ -x "$dir/$1" ] && [[ $("$dir/$1" --version 2>/dev/null) == "$2"* ]]
}

if runs belenios-3.0 3.0 && runs belenios-3.3 3.3; then exit 0; fi

[ "$(uname -s)" = Linux ] || fail "belenios-tool comes from Debian packages, which run on Linux only."
for program in apt-get dpkg; do
  command -v "$program" >/dev/null || fail "$program is not here, so Debian's packages cannot be read."
done
architecture=$(dpkg --print-architecture)
case $architecture in
  amd64 | arm64) ;;
  *) fail "no way is known to run it on the architecture $architecture (amd64 and arm64 are known)." ;;
esac

# Every address of a source with packages of Debian's own main suites: "URI suite…" lines, from both file formats.
sources() {
  local etc=${APT_ETC:-/etc/apt}
  sed -nE 's/^[[:space:]]*deb[[:space:]]+(\[[^]]*\][[:space:]]+)?//p' "$etc/sources.list" "$etc"/sources.list.d/*.list 2>/dev/null || true
  local file
  for file in "$etc"/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    # Stanzas are parted by empty lines, a value may go on in indented lines.
    awk 'function out(  n, i, u) {
           if (tolower(f["enabled"]) !~ /no|false/ && (" " f["types"] " ") ~ / deb /) {
             n = split(f["uris"], u, /[ \t]+/); for (i = 1; i <= n; i++) if (u[i] != "") print u[i], f["suites"] }
           split("", f); key = "" }
         /^#/ { next }
         /^[ \t]*$/ { out(); next }
         /^[^ \t:]+:/ { key = tolower($0); sub(/:.*/, "", key); sub(/^[^:]*:[ \t]*/, ""); f[key] = $0; next }
         { f[key] = f[key] " " $0 }
         END { out() }' "$file"
  done
}

base=${DEBIAN_MIRROR:-}
if [ -z "$base" ]; then
  codename=$(. /etc/os-release 2>/dev/null && [ "${ID:-}" = debian ] && echo "${VERSION_CODENAME:-}" || true)
  base=$(sources | awk -v codename="${codename:-sid}" '
    { for (i = 2; i <= NF; i++)
        if ($i == codename || $i ~ /^(stable|testing|unstable|sid|bookworm|trixie|forky)$/) { print $1; exit } }')
fi
[ -n "$base" ] || fail "this machine's package sources name no Debian mirror; set DEBIAN_MIRROR to one."

keyring=
for file in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
  if [ -f "$file" ]; then keyring="[signed-by=$file]"; fi
done

work=$(mktemp -d "$dir/.work.XXXXXX")
trap 'rm -rf "$work"' EXIT

# fetch VERSION SUITE NAME: packages with everything they depend on, unpacked into DIR/NAME.root; false when the
# suite has another version.
fetch() {
  local version=$1 suite=$2 name=$3 state=$work/$3-$2
  mkdir -p "$state"/{lists/partial,cache/archives/partial,root}
  : >"$state/status" # as if nothing were installed: every library comes along
  echo "deb $keyring $base $suite main" >"$state/sources.list"
  local apt=(apt-get -qq
    -o "Dir::Etc::SourceList=$state/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null
    -o "Dir::State=$state" -o "Dir::State::Lists=$state/lists" -o "Dir::State::Status=$state/status"
    -o "Dir::Cache=$state/cache" -o "Dir::Cache::Archives=$state/cache/archives" -o Dir::Log=/dev/null
    -o APT::Architectures="$architecture" -o APT::Sandbox::User= -o APT::Default-Release= -o Debug::NoLocking=1
    -o Acquire::Check-Valid-Until=false # a mirror or a clock may be behind; the versions are fixed, the signatures checked
    -o APT::Install-Recommends=0 -o APT::Install-Suggests=0 -o Acquire::Languages=none -o Acquire::Retries=3
    -o APT::Update::Post-Invoke= -o APT::Update::Post-Invoke-Success= -o DPkg::Post-Invoke=)
  "${apt[@]}" update || fail "the package list of $suite cannot be read from this machine's Debian mirror."
  local offered
  offered=$(apt-cache "${apt[@]:2}" show --no-all-versions belenios-tool 2>/dev/null | sed -n 's/^Version: //p')
  [[ $offered == "$version"[.+~-]* ]] || return 1
  "${apt[@]}" -y --download-only install belenios-tool >/dev/null || fail "belenios-tool $offered of $suite cannot be downloaded."
  local package
  for package in "$state"/cache/archives/*.deb; do dpkg-deb -x "$package" "$state/root"; done
  rm -rf "$dir/$name.root"
  mv "$state/root" "$dir/$name.root"
  rm -rf "$state"
  write_wrapper "$name"
}

write_wrapper() {
  local root=$dir/$1.root loader libraries
  loader=$(find "$root" -name 'ld-linux*.so.*' -type f | head -n 1)
  libraries=$(dirname "$loader")
  [ -n "$loader" ] && [ -x "$root/usr/bin/belenios-tool" ] || fail "the packages of $1 do not hold what was expected."
  # Without BELENIOS_USE_URANDOM it waits for the kernel's blocking random device.
  printf '#!/bin/sh\nexport BELENIOS_USE_URANDOM=1\nexec "%s" --library-path "%s" "%s" "$@"\n' \
    "$loader" "$libraries" "$root/usr/bin/belenios-tool" >"$work/$1"
  chmod +x "$work/$1"
  mv "$work/$1" "$dir/$1"
}

# bring NAME VERSION SUITE…: the first suite that has this version
bring() {
  local name=$1 version=$2 suite
  shift 2
  if runs "$name" "$version"; then return; fi
  for suite in "$@"; do
    if fetch "$version" "$suite" "$name"; then
      runs "$name" "$version" || fail "$name was unpacked but does not start: $("$dir/$name" --version 2>&1 | head -n 1)"
      echo "fetch-belenios: $("$dir/$name" --version) from $suite"
      return
    fi
  done
  fail "none of the suites $* has belenios-tool $version."
}

bring belenios-3.0 3.0 trixie
bring belenios-3.3 3.3 sid forky
