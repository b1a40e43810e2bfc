# What ./run and tests/run share: finding what is missing, installing it, building the client.
# Sourced by bash, with $root set. Words go to standard error.

missing=()

need_command() { # COMMAND PACKAGE
  command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}

need_file() { # PATTERN PACKAGE
  compgen -G "$1" >/dev/null || missing+=("$2")
}

need_to_build() {
  need_command gcc gcc
  need_file '/usr/include/stdio.h' libc6-dev
  need_command cmake cmake
  need_command ninja ninja-build
  need_command pkg-config pkg-config
  need_file '/usr/include/uv.h' libuv1-dev
  need_file '/usr/include/libwebsockets.h' libwebsockets-dev
  need_file '/usr/lib/*/libwebsockets-evlib_uv.so' libwebsockets-evlib-uv
  need_file '/usr/include/jansson.h' libjansson-dev
  need_file '/usr/include/sqlite3.h' libsqlite3-dev
  need_file '/usr/include/qrencode.h' libqrencode-dev
  need_file '/usr/include/utf8proc.h' libutf8proc-dev
  need_file '/etc/ssl/certs/ca-certificates.crt' ca-certificates
  need_command node nodejs
  need_command npm npm
}

install_missing() {
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing with apt: ${missing[*]}" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "This needs root or sudo, once. As root: apt-get install ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "apt could not install them; the whole log is in $log" >&2
    exit 1
  fi
  rm -f "$log"
  missing=()
}

# npm ci in a folder, unless its lock file and node are those of the last time.
packages_install() { # FOLDER
  local stamp wanted
  stamp="$1/node_modules/.installed"
  wanted="$(node --version) $(sha256sum <"$1/package-lock.json")"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
  (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) >&2 || return
  echo "$wanted" >"$stamp"
}

# Builds web/dist, unless its sources are those of the last time.
client_build() {
  local stamp wanted
  packages_install "$root/web" || return
  stamp="$root/web/node_modules/.built"
  wanted=$(cd "$root/web" && find . ../server/codec/*api.json \( -name node_modules -o -name dist \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
  [ -f "$root/web/dist/index.html" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
  (cd "$root/web" && npm run --silent build) >&2 || return
  echo "$wanted" >"$stamp"
}

server_build() { # PRESET FOLDER; both callers set pipefail
  [ -f "$2/build.ninja" ] || (cd "$root" && cmake --preset "$1" >/dev/null) || return
  ninja -C "$2" --quiet | sed '/^ninja: no work to do/d' >&2
}
