// What the gateway has said to a page, on all its sockets.

export function watchFrames(page) {
  const sockets = [];
  page.on('websocket', (socket) => {
    const frames = [];
    sockets.push({ frames });
    socket.on('framereceived', ({ payload }) => frames.push(JSON.parse(payload)));
  });
  const all = () => sockets.flatMap(({ frames }) => frames);
  const eventsIn = (frames, channel) => frames.filter((frame) => frame.channel === channel && 'data' in frame);
  // What comes on a socket that the page has left already comes again on the next one.
  const once = (events) => [...new Map(events.map((event) => [event.offset, event])).values()];
  return {
    sockets,
    events: (channel) => once(eventsIn(all(), channel)),
    /** The offsets of a channel's events, a list for each socket. */
    offsets: (channel) => sockets.map(({ frames }) => eventsIn(frames, channel).map(({ offset }) => offset)),
    /** True if the page was told that it has missed something. */
    lost: () => all().some(({ type, channels }) => type === 'resync' || (type === 'subscribed' && Object.values(channels).some(({ recovered }) => recovered === false))),
    /** True if everything was resumed on the latest socket. */
    recovered: () => (sockets.at(-1)?.frames ?? []).some(({ type, channels }) => type === 'subscribed' && Object.values(channels).every(({ recovered }) => recovered === true)),
  };
}
