#!/bin/sh
# Starts a Sentinel. What it learns it writes into its file on the volume, and knows again after a restart.
set -eu

. "$(dirname -- "$0")/known.sh"

config=$STATE/sentinel.conf
if [ ! -s "$config" ]; then
  primary=$(known)
  [ -n "$primary" ] || primary=${PEERS%% *}
  # A name that nobody answers to yet would end it.
  until timeout 2 redis-cli -h "$primary" -p 6379 ping 2>/dev/null | grep -q PONG; do
    sleep 1
  done
  umask 077
  cat >"$config.new" <<TEXT
port 26379
dir /tmp
requirepass $REDISCLI_AUTH
sentinel sentinel-pass $REDISCLI_AUTH
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $ME
sentinel monitor kucun $primary 6379 2
sentinel auth-pass kucun $REDISCLI_AUTH
sentinel down-after-milliseconds kucun 3000
sentinel failover-timeout kucun 15000
sentinel parallel-syncs kucun 1
TEXT
  mv "$config.new" "$config"
fi
exec redis-server "$config" --sentinel "$@"
