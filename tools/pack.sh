#!/usr/bin/env bash
# Packs everything into a local feed, in a build tree of its own, so that it never disturbs the binaries beside the sources.
#
#   tools/pack.sh [FEED] [VERSION]        FEED defaults to artifacts/packages, VERSION to the one in Directory.Build.props
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
feed=${1:-$root/artifacts/packages}
version=${2:-}

rm -f "$feed"/Igloo*.nupkg
dotnet pack "$root/tools/packaging/Packages.slnx" --nologo -v quiet -c Release -o "$feed" --artifacts-path "$root/artifacts/pack" \
    -nodeReuse:false -p:UseSharedCompilation=false -p:ForPackages=true ${version:+-p:PackageVersion=$version}
ls "$feed"
