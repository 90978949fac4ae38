#!/bin/sh
# Starts a Redis as the primary if Sentinel says so, or if it is the first of all and nobody has ever known of any; else as a replica.
set -eu

. "$(dirname -- "$0")/known.sh"

primary=$(known)
# All have stopped: what its own Sentinel knew last.
[ -n "$primary" ] || primary=$(sed -n 's/^sentinel monitor kucun \([^ ]*\) .*/\1/p' "$STATE/sentinel.conf" 2>/dev/null || true)
[ -n "$primary" ] || primary=${PEERS%% *}
# What Sentinel has written of another time is not kept: it says anew what is to be.
config=/tmp/redis.conf
umask 077
{
  echo "requirepass $REDISCLI_AUTH"
  echo "masterauth $REDISCLI_AUTH"
  echo "replica-announce-ip $ME"
  echo "replica-announce-port 6379"
  [ "$primary" = "$ME" ] || echo "replicaof $primary 6379"
} >"$config"
exec redis-server "$config" "$@"
