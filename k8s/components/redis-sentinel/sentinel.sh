#!/bin/sh
# Starts a Sentinel. What it learns it writes into its file on the volume, and knows again after a restart.
set -eu

. "$(dirname -- "$0")/known.sh"

config=$STATE/sentinel.conf
umask 077
if [ ! -s "$config" ]; then
  primary=$(known)
  [ -n "$primary" ] || primary=${PEERS%% *}
  # A name that nobody answers to yet would end it.
  until timeout 2 redis-cli -h "$primary" -p 6379 ping 2>/dev/null | grep -q PONG; do
    sleep 1
  done
  cat >"$config.new" <<TEXT
port 26379
dir /tmp
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $ME
sentinel monitor kucun $primary 6379 2
sentinel down-after-milliseconds kucun 3000
sentinel failover-timeout kucun 15000
sentinel parallel-syncs kucun 1
TEXT
  mv "$config.new" "$config"
fi
# The password is the one of now, whatever it was when the file was written.
grep -Ev '^(requirepass|user default|sentinel sentinel-pass|sentinel auth-pass) ' "$config" >"$config.new"
cat >>"$config.new" <<TEXT
requirepass $REDISCLI_AUTH
sentinel sentinel-pass $REDISCLI_AUTH
sentinel auth-pass kucun $REDISCLI_AUTH
TEXT
mv "$config.new" "$config"
exec redis-server "$config" --sentinel "$@"
