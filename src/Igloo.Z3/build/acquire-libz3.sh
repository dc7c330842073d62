#!/bin/sh
# Puts the pinned libz3 at DESTINATION, without root: a copy of the system's library if that is the pinned one, else the
# distribution's package, fetched by apt-get with a state and a cache of its own. Says on standard output why it failed.
#
#   acquire-libz3.sh DESTINATION SHA256
set -u

destination=$1
pinned=$2
folder=$(dirname "$destination")
mkdir -p "$folder" || { echo "cannot create $folder"; exit 1; }

is_pinned() { [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$pinned" ]; }

# Two builds may run this at once. The lock saves the second one the download; the rename keeps it correct without a lock.
if command -v flock >/dev/null 2>&1; then
    exec 9>"$folder/.lock"
    flock 9
fi
is_pinned "$destination" && exit 0

work=$(mktemp -d "$folder/acquire.XXXXXX") || { echo "cannot write to $folder"; exit 1; }
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

install_pinned() {
    cp -L "$1" "$work/libz3.so.4" && chmod 644 "$work/libz3.so.4" && mv -f "$work/libz3.so.4" "$destination"
}

for system in /usr/lib/x86_64-linux-gnu/libz3.so.4 /lib/x86_64-linux-gnu/libz3.so.4; do
    if [ "${IGLOO_Z3_IGNORE_SYSTEM_LIBRARY:-}" != 1 ] && is_pinned "$system"; then
        install_pinned "$system" && exit 0
    fi
done

for tool in apt-get dpkg sha256sum; do
    command -v "$tool" >/dev/null 2>&1 || { echo "this system has no $tool"; exit 1; }
done

. /etc/os-release
case "${ID:-}" in
    ubuntu) component=universe ;;
    *) component=main ;;
esac

# Only the distribution's own entry: the system may list repositories that answer slowly, need a log-in or are unsigned.
for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    awk -v suite="${VERSION_CODENAME:-}" -v component="$component" '
        function has(list, word,   parts, n, i) {
            n = split(list, parts, /[ \t\n]+/)
            for (i = 1; i <= n; i++) if (parts[i] == word) return 1
            return 0
        }
        function finish() {
            if (!found && has(value["types"], "deb") && has(value["suites"], suite) && has(value["components"], component) \
                && tolower(value["enabled"]) !~ /no/) {
                found = 1
                print "Types: deb\nURIs:" value["uris"] "\nSuites: " suite "\nComponents: " component
                if (value["signed-by"] != "") print "Signed-By:" value["signed-by"]
            }
            split("", value); field = ""
        }
        /^#/ { next }
        /^[ \t]*$/ { finish(); next }
        /^[ \t]/ { value[field] = value[field] "\n" $0; next }
        { field = tolower($0); sub(/:.*/, "", field); rest = $0; sub(/^[^:]*:/, "", rest); value[field] = rest }
        END { finish() }' "$file" >"$work/z3.sources"
    [ -s "$work/z3.sources" ] && break
done
sources=$work/z3.sources
if [ ! -s "$sources" ]; then
    sources=$work/z3.list
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$file" ] || continue
        awk -v suite="${VERSION_CODENAME:-}" -v component="$component" '
            $1 == "deb" {
                at = 2
                if ($2 ~ /^\[/) { while (at <= NF && $at !~ /\]$/) at++; at++ }
                if ($(at + 1) != suite) next
                for (i = at + 2; i <= NF; i++) if ($i == component) {
                    line = "deb"
                    for (j = 2; j <= at + 1; j++) line = line " " $j
                    print line, component
                    exit
                }
            }' "$file" >"$sources"
        [ -s "$sources" ] && break
    done
fi
[ -s "$sources" ] || { echo "no package source with '$component' of '${VERSION_CODENAME:-this release}' in /etc/apt"; exit 1; }

mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" "$work/package"
apt() {
    apt-get -qq \
        -o Dir::State="$work/state" -o Dir::State::status=/var/lib/dpkg/status -o Dir::Cache="$work/cache" \
        -o Dir::Etc::sourcelist="$sources" -o Dir::Etc::sourceparts=- \
        -o Debug::NoLocking=1 -o APT::Sandbox::User= \
        -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o Acquire::Languages=none \
        "$@" >>"$work/log" 2>&1
}
# Clean-up hooks of the system may fail for want of root although the update itself succeeded: the download decides.
apt update || true
(cd "$work" && apt download libz3-4) || { echo "apt-get could not download libz3-4: $(tail -n 1 "$work/log")"; exit 1; }
dpkg -x "$work"/libz3-4_*.deb "$work/package" >>"$work/log" 2>&1 || { echo "dpkg could not unpack libz3-4"; exit 1; }
library=$(find "$work/package" -name 'libz3.so.4' | head -n 1)
[ -n "$library" ] || { echo "the package libz3-4 contains no libz3.so.4"; exit 1; }
is_pinned "$library" || {
    echo "$(basename "$work"/libz3-4_*.deb) holds a libz3.so.4 with SHA-256 $(sha256sum "$library" | cut -d' ' -f1), not the pinned $pinned"
    exit 1
}
install_pinned "$library"
