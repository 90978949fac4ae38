import { ScriptedSocket, type Answer } from './page.js';

/** As in a browser, a function of the window is nobody else's method. */
function own<Arguments extends unknown[], Result>(does: (...all: Arguments) => Result) {
  return function (this: unknown, ...all: Arguments): Result {
    if (this !== undefined && this !== globalThis) {
      throw new TypeError('Illegal invocation');
    }
    return does(...all);
  };
}

const functions = {
  queueMicrotask: own(queueMicrotask),
  setTimeout: own(setTimeout),
  clearTimeout: own(clearTimeout),
};

/** The globals of a page, with a network that is the test's. */
export class Browser {
  readonly sockets: ScriptedSocket[] = [];
  readonly answers = new Map<string, () => Answer>();
  readonly requests: string[] = [];

  constructor() {
    const { sockets } = this;
    const WebSocket = class extends ScriptedSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    };
    const fetch = own((url: string) => this.#fetch(url));
    Object.assign(globalThis, { WebSocket, fetch, ...functions });
    this.answers.set('/tickets', () => ({ status: 201, body: { ticket: 't' } }));
  }

  get socket(): ScriptedSocket {
    return this.sockets.at(-1)!;
  }

  async #fetch(url: string): Promise<Response> {
    this.requests.push(url);
    const answer = this.answers.get(url.endsWith('/tickets') ? '/tickets' : new URL(url).pathname)!();
    if (answer instanceof Error) {
      throw answer;
    }
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  }

  async settled(): Promise<void> {
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Greets the newest socket, and answers what it subscribes. */
  async open(): Promise<void> {
    await this.settled();
    this.socket.says({ type: 'welcome', session: 's', heartbeatMs: 25_000, expiresAt: 0 });
    await this.settled();
    const { id, channels } = this.socket.commands('subscribe')[0];
    this.socket.says({ type: 'subscribed', id, channels: { [channels[0]]: { epoch: 'e1', offset: 1 } } });
    await this.settled();
  }
}
