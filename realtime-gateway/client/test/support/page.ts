import type { Happening, Platform, Socket } from '../../src/platform.js';

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly task: () => void;
}

export type Answer = { status: number; body?: object; headers?: Record<string, string> } | Error;

/** A socket whose other end is the test. */
export class ScriptedSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  readonly sent: any[] = [];
  closedWith: number | undefined;
  onsent: (command: any) => void = () => {};

  constructor(readonly url: string) {}

  send(text: string): void {
    const command = JSON.parse(text);
    this.sent.push(command);
    this.onsent(command);
  }

  close(code?: number): void {
    this.closedWith ??= code;
  }

  says(frame: object | string): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }

  ends(code: number, reason = ''): void {
    this.onclose?.({ code, reason });
  }

  commands(type: string): any[] {
    return this.sent.filter((command) => command.type === type);
  }
}

/** A page whose time, network and luck are the test's. */
export class Page implements Platform {
  time = 1_790_000_000_000;
  online = true;
  readonly sockets: ScriptedSocket[] = [];
  readonly tickets: RequestInit[] = [];
  readonly reported: unknown[] = [];
  answer: () => Answer | Promise<Answer> = () => ({ status: 201, body: { ticket: 't1', expiresAt: 0 } });
  onsocket: (socket: ScriptedSocket) => void = () => {};
  readonly #timers = new Map<number, Timer>();
  #lastTimer = 0;
  #told: (what: Happening) => void = () => {};

  constructor(readonly random: () => number = () => 0.5) {}

  now = () => this.time;
  setTimer = (task: () => void, ms: number) => {
    const order = ++this.#lastTimer;
    this.#timers.set(order, { due: this.time + Math.max(0, ms), order, task });
    return order;
  };
  clearTimer = (timer: unknown) => void this.#timers.delete(timer as number);
  defer = queueMicrotask;
  isOnline = () => this.online;
  report = (error: unknown) => void this.reported.push(error);

  fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    this.tickets.push(init);
    const aborted = new Promise<never>((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const answer = await Promise.race([this.answer(), aborted]);
    if (answer instanceof Error) {
      throw answer;
    }
    return new Response(JSON.stringify(answer.body ?? {}), { status: answer.status, headers: answer.headers ?? {} });
  };

  openSocket = (url: string) => {
    const socket = new ScriptedSocket(url);
    this.sockets.push(socket);
    queueMicrotask(() => this.onsocket(socket));
    return socket;
  };

  listen = (told: (what: Happening) => void) => {
    this.#told = told;
    return () => (this.#told = () => {});
  };

  tell(what: Happening): void {
    this.online = what === 'online' || (what === 'awake' && this.online);
    this.#told(what);
  }

  get timers(): number {
    return this.#timers.size;
  }

  get socket(): ScriptedSocket {
    return this.sockets.at(-1)!;
  }

  /** Everything that needs no time. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Time goes by, and each timer fires when it is due. */
  async pass(ms: number): Promise<void> {
    await this.settled();
    const end = this.time + ms;
    for (let next = this.#next(); next && next.due <= end; next = this.#next()) {
      this.time = Math.max(this.time, next.due);
      this.#fire(next);
      await this.settled();
    }
    this.time = end;
  }

  /** Time goes by while nothing of the page runs; then the timers that are overdue fire, before anything that waits to be read. */
  freeze(ms: number): void {
    this.time += ms;
    for (const timer of [...this.#timers.values()].filter(({ due }) => due <= this.time).sort(before)) {
      this.#fire(timer);
    }
  }

  #next(): Timer | undefined {
    return [...this.#timers.values()].sort(before)[0];
  }

  #fire(timer: Timer): void {
    if (this.#timers.delete(timer.order)) {
      timer.task();
    }
  }
}

function before(one: Timer, other: Timer): number {
  return one.due - other.due || one.order - other.order;
}

/** Numbers that look random, the same for a seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A size of a test in every build, and under soak. */
export function scale(small: number, soak: number): number {
  return process.env['KUCUN_SOAK'] === 'true' ? soak : small;
}

/** The seed of this run, said once, or the one of KUCUN_SEED. */
export function newSeed(): number {
  const seed = Number(process.env['KUCUN_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`seed ${seed}`);
  return seed;
}
