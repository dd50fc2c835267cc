#!/usr/bin/env bash
# The recipe for Slurm, tried on two nodes on the loopback: one of them is killed while its part is at work, and one
# job's process is. By hand, as root:
#
#   tests/shard/slurm.sh PROGRAM [evaluate options]      default: --data data/sample
#
# Needs slurm-wlm and munge (Debian); skips with a line where they are not there. Everything lives in a folder of its
# own and is gone afterwards. Parts wait PAUSE seconds (default 6) before they begin, so that there is time to kill one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=$(realpath "${1:?the program}")
shift
[ $# -gt 0 ] || set -- --data data/sample
skip() { echo "SKIPPED: $1"; exit 77; }
for need in slurmctld slurmd sbatch scontrol munged mungekey; do
  PATH=$PATH:/usr/sbin command -v "$need" >/dev/null || skip "$need is not installed (apt-get install slurm-wlm munge)"
done
[ "$(id -u)" = 0 ] || skip "slurmd needs root"
export PATH=$PATH:/usr/sbin
home=$(mktemp -d /tmp/shard-slurm.XXXXXX)
chmod 755 "$home"
daemons=()
finish() {
  for pid in "${daemons[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  [ -n "${KEEP:-}" ] && echo "kept: $home" || rm -rf "$home"
}
trap finish EXIT

mkdir -m 700 "$home/munge"
mungekey --create --keyfile "$home/munge/key"
munged --foreground --force --num-threads 2 --socket "$home/munge.socket" --key-file "$home/munge/key" \
  --pid-file "$home/munge/pid" --seed-file "$home/munge/seed" --log-file "$home/munge/log" 2>/dev/null &
daemons+=($!)
port=$((20000 + RANDOM % 20000))
cat > "$home/slurm.conf" <<CONF
ClusterName=loopback
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$port
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$home/munge.socket
CredType=cred/munge
StateSaveLocation=$home/state
SlurmdSpoolDir=$home/spool.%n
SlurmctldPidFile=$home/ctld.pid
SlurmdPidFile=$home/slurmd.%n.pid
SlurmctldLogFile=$home/ctld.log
SlurmdLogFile=$home/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=2
SlurmdTimeout=8
SlurmctldTimeout=10
KillWait=2
MinJobAge=300
ReturnToService=2
JobRequeue=1
NodeName=n1 NodeHostname=localhost NodeAddr=127.0.0.1 Port=$((port + 1)) CPUs=1
NodeName=n2 NodeHostname=localhost NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=1
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=10:00 State=UP
CONF
mkdir "$home/state"
export SLURM_CONF=$home/slurm.conf
slurmctld -D >/dev/null 2>&1 &
daemons+=($!)
for node in n1 n2; do
  mkdir "$home/spool.$node"
  slurmd -D -N "$node" >/dev/null 2>&1 &
  daemons+=($!)
  declare "slurmd_$node=$!"
done
for _ in $(seq 60); do
  [ "$(sinfo -h -t idle -o %D 2>/dev/null | paste -sd+)" = 2 ] && break
  sleep 0.5
done
sinfo -N || true

# The program, with time to be killed in.
cat > "$home/slow" <<SLOW
#!/usr/bin/env bash
if [ "\$1" = evaluate ]; then sleep ${PAUSE:-6}; fi
exec "$program" "\$@"
SLOW
chmod +x "$home/slow"

"$program" evaluate "$@" --format csv --lang en --quiet --output "$home/whole.csv"
parts=5
JUNHENG=$home/slow tools/recipes/shards-slurm $parts "$home/run" "$@" -- --format csv --lang en --quiet \
  --output "$home/merged.csv" &
recipe=$!
# The children of a process and theirs.
below() { local p; for p in $(pgrep -P "$1"); do below "$p"; echo "$p"; done; }
node_of() { squeue -h -r -t R -o '%K %N' | awk -v n="$1" '$2 == n { print $1; exit }'; }
for _ in $(seq 100); do [ -n "$(node_of n2)" ] && [ -n "$(node_of n1)" ] && break; sleep 0.2; done
sleep 1
lost=$(node_of n2)
echo "n2 is killed while part ${lost:?no part on n2} is at work"
victims=$(pgrep -f "slurmstepd.*" | while read -r p; do
  tr '\0' '\n' < "/proc/$p/environ" 2>/dev/null | grep -q "^SLURM_CONF=$SLURM_CONF$" || continue
  [ -e "/proc/$p/fd" ] && ls -l "/proc/$p/fd" 2>/dev/null | grep -q "slurmd.n2.log\|spool.n2" && echo "$p"
done || true)
for step in $victims; do kill -9 $(below "$step") "$step" 2>/dev/null || true; done
kill -9 "$slurmd_n2"
sleep 1
# A process of the other node, too: the job is there, what it runs is not.
other=$(node_of n1)
echo "the process of part ${other:?no part on n1} is killed on n1"
process=$(pgrep -f -- "sleep ${PAUSE:-6}" | while read -r p; do
  tr '\0' '\n' < "/proc/$p/environ" 2>/dev/null | grep -q "^SLURMD_NODENAME=n1$" && ps -o ppid= -p "$p"; done | head -1 || true)
[ -z "$process" ] || kill -9 $process
status=0
wait "$recipe" || status=$?
scontrol -o show job | grep -o 'JobId=[0-9]*\|ArrayTaskId=[0-9]*\|JobState=[A-Z]*\|Restarts=[0-9]*\|BatchHost=[a-z0-9]*' |
  paste -sd' ' | sed 's/ JobId/\nJobId/g'
sinfo -N -h -o '%N %T'
ls "$home/run"
[ "$status" -eq 0 ] || { cat "$home"/run/*.log; echo "FAILED: the recipe ended with $status"; exit 1; }
cmp "$home/whole.csv" "$home/merged.csv"
restarts=$(scontrol -o show job | grep -o 'Restarts=[1-9][0-9]*' | wc -l)
[ "$restarts" -ge 1 ] || { echo "FAILED: nothing was put into the queue again"; exit 1; }
echo "OK: $parts parts, $restarts of them done again; the result is that of one run: $(sha256sum < "$home/merged.csv" | cut -c1-12)"
