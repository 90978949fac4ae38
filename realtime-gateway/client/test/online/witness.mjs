/**
 * Subscribes on a real gateway with the module that it serves, and says on a line each what happens. It runs in Node and, as text, in a
 * browser, so it uses nothing but what it is given.
 */
export function witness(connect, url, channels, ask, say) {
  const realtime = connect({
    url,
    getToken: (renew) => ask(renew ? 'token new' : 'token any'),
    onError: (error) => say(`error ${error.code}`),
  });
  realtime.state.subscribe(() => say(`state ${realtime.state.get().status}`));
  realtime.subscribe(channels, {
    onMessage: (message) => say(`event ${message.channel}@${message.offset}`),
    onResync: (channel, reason) => say(`resync ${channel} ${reason}`),
    onError: (error) => say(`refused ${error.channel} ${error.code}`),
  });
}
