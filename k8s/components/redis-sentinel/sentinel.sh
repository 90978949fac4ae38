#!/bin/sh
# Starts a Sentinel. What it learns it writes into its file on the volume, and knows again after a restart.
set -eu

# Who is the primary, by most of the other Sentinels: nothing if none knows. Its own may still say what was so before it stopped.
known() {
  for peer in $PEERS; do
    [ "$peer" = "$ME" ] ||
      timeout 2 redis-cli -h "$peer" -p 26379 sentinel get-master-addr-by-name kucun 2>/dev/null | head -n 1
  done | sort | uniq -c | sort -rn | awk 'NF == 2 { print $2; exit }'
}

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
