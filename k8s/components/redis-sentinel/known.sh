# Who is the primary, by most of the other Sentinels: nothing if none knows. Its own may still say what was so before it stopped.
known() {
  for peer in $PEERS; do
    [ "$peer" = "$ME" ] ||
      timeout 2 redis-cli -h "$peer" -p 26379 sentinel get-master-addr-by-name kucun 2>/dev/null | head -n 1
  done | sort | uniq -c | sort -rn | awk 'NF == 2 { print $2; exit }'
}
