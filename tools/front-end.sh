#!/usr/bin/env bash
# What the front end costs in the build of a model of a thousand lines after one edit: tools/front-end.sh [edits] [GENERATOR...]
#
# For each generator, this tree's unless others are named, and each edit a line
#
#   warm|cold GENERATOR REPORTED ADDED ADDED_CPU
#
# warm with a running compiler server, cold with a compiler process of its own. REPORTED is the time that the compiler books on the
# generator, in percent of the build. The compiler loads references, declares types and binds for the first time when somebody asks;
# the generator asks first, so that is in it. ADDED is what the build takes longer than one without the generator, in percent of
# the build with it; ADDED_CPU the same of the CPU time ("-" where the server's is not known). Then "lines N", and "ratio R", of
# generated source to model. All kinds of builds take turns, so that whatever else the machine does meets them all.
set -euo pipefail
export LC_ALL=C
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
edits=${1:-8}
shift || true
built=$root/src/Igloo.Generators/bin/Release/netstandard2.0/Igloo.Generators.dll
[ $# -gt 0 ] || set -- "$built"
work=$(mktemp -d)
compiler=front-end-$$

clean_up() {
    # The compiler server that this script started, and no other.
    pgrep -f "VBCSCompiler.*-pipename:$compiler" | while read -r server; do kill "$server"; done || true
    rm -rf "$work"
}
trap clean_up EXIT

dotnet build "$root/src/Igloo" -c Release --nologo -v quiet >&2

# Twice the leader election, Paxos and the lock server; as from packages, so that nothing else is built.
model=$work/model
for copy in First Second; do
    mkdir -p "$model/$copy"
    for file in "$root"/casestudies/LeaderElection/Model/*.cs; do sed "s/LeaderElection\.Model/$copy/g" "$file" >"$model/$copy/${file##*/}"; done
done
cp -r "$root/casestudies/Paxos/Model" "$model/Paxos"
mkdir "$model/LockServer"
cp "$root"/casestudies/LockServer/*.cs "$model/LockServer"
cat >"$model/Model.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
    <CompilerGeneratedFilesOutputPath>obj/generated</CompilerGeneratedFilesOutputPath>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="$root/src/Igloo/bin/Release/net10.0/Igloo.dll" />
    <Analyzer Include="\$(ModelGenerator)" Condition="'\$(ModelGenerator)' != ''" />
$(grep '<Using ' "$root/casestudies/Directory.Build.props")
  </ItemGroup>
</Project>
PROJECT

build() { (cd "$model" && dotnet build --nologo "$@"); }

# One more edit and the build after it: its wall time, its CPU time and what the compiler books on the generator, in seconds.
TIMEFORMAT='%R %U %S'
edit() {
    local server=false
    if [ "$1" = warm ]; then server=true; fi
    echo "// Edit." >>"$model/First/RingProtocol.cs"
    { time build --no-restore -p:UseSharedCompilation=$server -p:SharedCompilationId="$compiler" -p:ModelGenerator="$2" \
        -p:ReportAnalyzer=true -v detailed >"$work/log"; } 2>"$work/time"
    awk '{ print $1, $2 + $3 }' "$work/time"
    awk '/ Igloo\.Generators\.IglooGenerator/ { sum += $1 } END { print sum + 0 }' "$work/log"
}

build -v quiet >"$work/text"
# The first ones warm the compiler server up, as the first builds of a day do.
for _ in 1 2 3; do
    for generator in "" "$@"; do edit warm "$generator" >"$work/text"; done
done
for _ in $(seq "$edits"); do
    for kind in warm cold; do
        read -r -d '' wall cpu _ < <(edit $kind ""; printf '\0')
        for generator in "$@"; do
            edit $kind "$generator" | tr '\n' ' ' | awk -v label="$kind $generator" -v kind=$kind -v wall="$wall" -v cpu="$cpu" '{
                printf "%s %.1f %.1f %s\n", label, 100 * $3 / $1, 100 * (1 - wall / $1), kind == "warm" ? "-" : sprintf("%.1f", 100 * (1 - cpu / $2)) }'
        done
    done
done
echo "lines $(cat "$model"/*/*.cs | wc -l)"
generated=$(find "$model/obj/generated" -name '*.g.cs' -path '*Igloo*' -exec cat {} + | wc -c)
echo "ratio $(awk -v g="$generated" -v s="$(cat "$model"/*/*.cs | wc -c)" 'BEGIN { printf "%.1f", g / s }')"
