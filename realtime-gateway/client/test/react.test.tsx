import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { act, Screen } from './support/dom.js';
import { StrictMode } from 'react';
import { RealtimeProvider, useConnectionState, useWebSocket, type WebSocketOptions } from '../src/react.js';
import { Desk, event, Notes, POSITION } from './support/desk.js';

function Listening(options: WebSocketOptions) {
  useWebSocket(options);
  return null;
}

function State() {
  const { status, degraded } = useConnectionState();
  return <p>{`${status}${degraded ? ' degraded' : ''}`}</p>;
}

async function showing(desk: Desk, ...all: WebSocketOptions[]): Promise<Screen> {
  const screen = new Screen();
  await show(screen, desk, ...all);
  return screen;
}

function show(screen: Screen, desk: Desk, ...all: WebSocketOptions[]): Promise<Screen> {
  const listening = all.map((options, key) => <Listening key={key} {...options} />);
  return screen.show(<RealtimeProvider realtime={desk.realtime}>{listening}</RealtimeProvider>);
}

const sent = (desk: Desk) => desk.page.socket.sent.map(({ type, channels }) => `${type} ${channels}`);

describe('useWebSocket', () => {
  it('listens while the component is mounted', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    const screen = await showing(desk, { channels: 'orders', ...notes }, { channels: ['orders', 'products'], ...notes });
    await desk.answer();
    desk.page.socket.says(event('orders', 11));
    assert.deepEqual(notes.all, ['start orders', 'start orders', 'start products', 'orders@11', 'orders@11']);
    await screen.close();
    await desk.page.pass(1_000);
    assert.deepEqual(sent(desk), ['subscribe orders,products', 'unsubscribe orders,products']);
  });

  it('calls what was given last, without subscribing anew', async () => {
    const desk = await new Desk().open();
    const [first, second] = [new Notes(), new Notes()];
    const screen = await showing(desk, { channels: ['orders', 'products'], ...first });
    await desk.answer();
    await show(screen, desk, { channels: ['products', 'orders'], ...second });
    desk.page.socket.says(event('orders', 11));
    await desk.page.pass(1_000);
    assert.deepEqual([first.all, second.all], [['start orders', 'start products'], ['orders@11']]);
    assert.equal(desk.page.socket.sent.length, 1);
    await screen.close();
  });

  it('changes what it listens to with its channels', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    const screen = await showing(desk, { channels: 'orders:a', ...notes });
    await desk.answer();
    await show(screen, desk, { channels: 'orders:b', ...notes });
    await desk.page.pass(1_000);
    await show(screen, desk, { channels: [], ...notes });
    await desk.answer();
    assert.deepEqual(sent(desk), ['subscribe orders:a', 'unsubscribe orders:a', 'subscribe orders:b', 'unsubscribe orders:b']);
    await screen.close();
  });

  it('continues what was read before', async () => {
    const desk = await new Desk().open();
    const screen = await showing(desk, { channels: 'orders', since: 'orders=e1:7' });
    await desk.page.settled();
    assert.deepEqual(desk.page.socket.sent[0].since, { orders: POSITION(7) });
    await screen.close();
  });

  it('costs one subscription in strict mode, where everything is mounted twice', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    const screen = await new Screen().show(
      <StrictMode>
        <RealtimeProvider realtime={desk.realtime}>
          <Listening channels="orders" {...notes} />
        </RealtimeProvider>
      </StrictMode>,
    );
    await desk.answer();
    assert.deepEqual([sent(desk), notes.all], [['subscribe orders'], ['start orders']]);
    await screen.close();
  });

  it('tells of a refusal where it is asked to, or else where the connection was made', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    const screen = await showing(desk, { channels: 'nope', onError: notes.onError }, { channels: 'nope' });
    await desk.answer({ error: 'unknown_channel' });
    assert.deepEqual([notes.errors.map(({ code }) => code), desk.codes], [['unknown_channel'], ['unknown_channel']]);
    await screen.close();
  });

  it('needs a provider', async () => {
    await assert.rejects(new Screen().show(<State />), /no RealtimeProvider/);
  });
});

describe('useConnectionState', () => {
  it('shows each change', async () => {
    const desk = new Desk();
    const screen = await new Screen().show(
      <RealtimeProvider realtime={desk.realtime}>
        <State />
      </RealtimeProvider>,
    );
    const after = async (happens: () => unknown) => {
      await act(async () => void (await happens()));
      return screen.text;
    };
    assert.equal(screen.text, 'connecting');
    assert.equal(await after(() => desk.open()), 'open');
    assert.equal(await after(() => desk.page.socket.says({ type: 'degraded', on: true })), 'open degraded');
    assert.equal(await after(() => desk.page.socket.says({ type: 'degraded', on: false })), 'open');
    assert.equal(await after(() => desk.page.socket.ends(1006)), 'waiting');
    assert.equal(await after(() => desk.page.tell('offline')), 'offline');
    assert.equal(await after(() => desk.realtime.close()), 'closed');
    await screen.close();
  });

  it('gives the same object until something changes, and tells nobody who has left or just come', async () => {
    const desk = await new Desk().open();
    const { state } = desk.realtime;
    let changes = 0;
    const leave = state.subscribe(() => {
      changes++;
      state.subscribe(() => (changes += state.get().status === 'waiting' ? 100 : 0));
    });
    assert.equal(state.get(), state.get());
    desk.page.socket.ends(1006);
    leave();
    desk.realtime.close();
    assert.equal(changes, 1);
  });
});
