#!/usr/bin/env bash
# The figures of the README, as one Markdown table: tools/figures.sh [runs]
# Times on a machine that others use are too long, never too short, so minimum, median and maximum are shown, and CPU time beside wall time.
set -euo pipefail
export LC_ALL=C
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
runs=${1:-10}
edits=8
seeds=20
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { echo "$*" >&2; }

# min, median and max of a column of numbers.
spread() { sort -n | awk -v format="$1" '{ v[NR] = $1 } END { printf format " / " format " / " format, v[1], v[int((NR + 1) / 2)], v[NR] }'; }
least() { sort -n | head -1; }
most() { sort -n | tail -1; }

# The sum of the solver's own time over all obligations in a file of results.
solver_time() { awk -F '[:,]' '/"solverMilliseconds"/ { sum += $2 } END { printf "%.0f\n", sum }' "$1"; }

verify() { dotnet "$root/artifacts/igloo/Igloo.Cli.dll" verify "$@" --no-cache --json "$work/results.json" >"$work/text"; }

say "Building ..."
"$root/igloo" --version >/dev/null
for project in casestudies/LeaderElection casestudies/Paxos; do dotnet build "$root/$project" --nologo -v quiet >&2; done
dotnet build "$root/tools/Igloo.Benchmarks" -c Release --nologo -v quiet >&2
load=$(cut -d ' ' -f 1 /proc/loadavg)

say "Leader election, $runs times from a cold process ..."
TIMEFORMAT='%R %U %S'
for _ in $(seq "$runs"); do
    { time verify "$root/casestudies/LeaderElection/bin/Debug/net10.0/LeaderElection.dll"; } 2>>"$work/cold"
    # Exploration on the same cores would be counted as the solver's.
    verify "$root/casestudies/LeaderElection/bin/Debug/net10.0/LeaderElection.dll" --explore 0
    solver_time "$work/results.json" >>"$work/solving"
done
obligations=$(grep -c '"verdict": "proved"' "$work/results.json")

say "Single-decree Paxos under $seeds seeds ..."
for seed in $(seq 0 $((seeds - 1))); do
    verify "$root/casestudies/Paxos/bin/Debug/net10.0/Paxos.dll" --seed "$seed" --explore 0
    solver_time "$work/results.json" >>"$work/paxos"
    grep -c '"verdict": "unknown"' "$work/results.json" >>"$work/unknown" || true
done
paxos=$(grep -c '"verdict": "proved"' "$work/results.json")

say "The front end on a model of 1,000 lines, $edits edits ..."
"$root/tools/front-end.sh" "$edits" >"$work/front-end"
lines=$(awk '$1 == "lines" { print $2 }' "$work/front-end")
# A column for warm or cold builds: 3 is booked by the compiler, 4 added in wall time, 5 added in CPU time.
share() { awk -v kind="$1" -v column="$2" '$1 == kind { print $column }' "$work/front-end" | spread %.1f; }

say "Monitor ..."
monitor() { "$root/tools/Igloo.Benchmarks/bin/Release/net10.0/Igloo.Benchmarks" 100000 core; "$root/tools/Igloo.Benchmarks/bin/Release/net10.0/Igloo.Benchmarks" 100000 udp; }
for _ in 1 2 3; do monitor | tee -a "$work/monitor" >&2; done
# The column of a line, from the run in which it is best.
event() { awk -v name="$1" -v column="$2" '$0 ~ "^  " name { print $(NF - column) }' "$work/monitor" | least; }
throughput=$(awk '/throughput/ { print $(NF - 1) }' "$work/monitor" | spread %.1f)
latency=$(awk '/monitored \/ bare/ { printf "%.1f\n", $(NF - 1) - 100 }' "$work/monitor" | spread %.1f)

say "Datagrams and streams, 1 and 16 threads, 1 and 10,000 connections ..."
"$root/tools/Igloo.Benchmarks/bin/Release/net10.0/Igloo.Benchmarks" load 150 | tee "$work/load" >&2
# A row for each line of that table: throughput, and what is added to the percentiles.
loads() {
    sed -nE 's/^(datagram|stream), (.*[a-zA-Z]) +([0-9]+) +([0-9]+) +[0-9]+ +([0-9.]+) % +([0-9.]+) % +([-+][0-9.]+) % +([-+][0-9.]+) % +([-+][0-9.]+) %.*$/| \1, \2, \3 threads, \4 connection(s): throughput (CPU), p50, p99, p99.9 over the bare one'"'"'s | 95 %, +10 % | \5 (\6) %, \7, \8, \9 % |/p' "$work/load"
}

say "Explorer ..."
for project in TwoPhaseCommit RingWithInitiators RingWithChannels; do dotnet build "$root/casestudies/$project" --nologo -v quiet >&2; done
benchmark=$root/tools/Igloo.Benchmarks/bin/Release/net10.0/Igloo.Benchmarks
explore() { local project=$1; shift; dotnet "$root/artifacts/igloo/Igloo.Cli.dll" explore "$root/casestudies/$project/bin/Debug/net10.0/$project.dll" "$@"; }
for _ in 1 2 3 4 5; do
    "$benchmark" explore commit 8 | awk '/processor/ { sub(/.*processor /, ""); print $1 >>"'"$work"'/commit"; print $4 >>"'"$work"'/memory" }'
    { time explore TwoPhaseCommit --size 3 >"$work/text"; } 2>>"$work/smallest"
done
for _ in 1 2 3; do "$benchmark" spin 8 | tee -a "$work/spin" >&2; done
ratio=$(awk '$1 == "ratio" { print $2 }' "$work/spin")
channels() { explore RingWithChannels --model ChannelRing --size 6 "$@" 2>/dev/null | grep -A1 Descending | grep -o "[0-9,]* states" | head -1; }

processor=$(awk -F ': ' '/model name/ { print $2; exit }' /proc/cpuinfo)
remark=$(awk -v load="$load" -v cores="$(nproc)" 'BEGIN { if (load > cores / 2) print ": others use this machine, times are too long" }')
cat <<TABLE
| figure | target | measured |
|---|---|---|
| \`verify\` of leader election ($obligations obligations, instances up to size 3), cold process to exit, wall | 1.5 s | $(cut -d ' ' -f 1 "$work/cold" | spread %.2f) s |
| the same, CPU | | $(awk '{ print $2 + $3 }' "$work/cold" | spread %.2f) s |
| solver time of all its obligations | 300 ms | $(spread %.0f <"$work/solving") ms |
| solver time of single-decree Paxos ($paxos obligations), $seeds seeds | 300 ms | $(spread %.0f <"$work/paxos") ms, $(most <"$work/unknown") unknown |
| what the compiler books on the generator (its own first binding included), share of the build of a $lines-line model after one edit, warm compiler server | 10 % | $(share warm 3) % |
| the same with a cold compiler | 10 % | $(share cold 3) % |
| what that build takes longer than one without the generator, warm | | $(share warm 4) % |
| the same with a cold compiler (of its CPU time) | | $(share cold 4) % ($(share cold 5) %) |
| generated source over model source | 10 | $(awk '$1 == "ratio" { print $2 }' "$work/front-end") |
| a permitted send, monitored (model alone) | 200 ns | $(event 'send, monitored' 1) ns ($(event 'send, model' 1) ns) |
| a permitted receive, monitored (model alone) | 200 ns | $(event 'receive, monitored' 1) ns ($(event 'receive, model' 1) ns) |
| garbage of a send and a receive, monitored (model alone) | the same | $(event 'send, monitored' 0) and $(event 'receive, monitored' 0) bytes ($(event 'send, model' 0) and $(event 'receive, model' 0) bytes) |
| UDP on loopback, throughput of the bare socket's, same run | 90 % | $throughput % |
| UDP on loopback, p99 over the bare socket's, same run | 10 % | $latency % |
$(loads)
| two-phase commit, 8 managers, one worker: CPU after start-up | 1.5 s | $(spread %.2f <"$work/commit") s |
| the same, peak memory | 150 MB | $(spread %.0f <"$work/memory") MB |
| Chang-Roberts with initiators, 8 nodes: CPU with start-up over Spin's, same run | 1 | $([ -n "$ratio" ] && echo "$ratio" | spread %.2f || echo 'spin is not installed') |
| ring with channels, 6 nodes: states in full, with partial-order reduction | | $(channels), $(channels --partial-order) |
| the smallest model, 288 states, as a command, wall | 0.6 s | $(cut -d ' ' -f 1 "$work/smallest" | spread %.2f) s |

Minimum / median / maximum of $runs cold runs, $seeds seeds, $edits edits and 3 runs of the monitor; $processor, $(nproc) cores, .NET
$(dotnet --version | cut -d . -f 1,2), load average $load before$remark. Scripted in \`tools/figures.sh\`.
TABLE
