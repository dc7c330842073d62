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

# NuGet unpacks a version once and does not look at its package again: what an earlier call left of this version would be used for ever.
unpacked=${NUGET_PACKAGES:-$HOME/.nuget/packages}
for package in "$feed"/Igloo*.nupkg; do
    name=$(basename "${package,,}" .nupkg)
    id=$(sed -E 's/\.[0-9]+\.[0-9]+\.[0-9]+.*$//' <<<"$name")
    rm -rf "${unpacked:?}/$id/${name#"$id".}"
done
ls "$feed"
