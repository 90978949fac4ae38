import { Pace } from './pace';
import { Refused, Unreachable, type Problem } from './problem';

/** A write: what, on which version, and the key under which it happens once. */
export interface Write {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
}

/** The service's API as the signed-in user. */
export class Api {
  constructor(
    private readonly token: (renew: boolean) => Promise<string>,
    private readonly language: () => string,
    private readonly send: typeof fetch = (...request) => fetch(...request),
    private readonly pace = new Pace(),
  ) {}

  async read<Result>(path: string, signal?: AbortSignal): Promise<Result> {
    await this.pace.wait(path);
    const response = await this.ask(path, { headers: {}, ...(signal && { signal }) });
    return (await response.json()) as Result;
  }

  /** Where the channels of events stand: `products=e1:12, inventory=e1:99`. */
  async position(signal?: AbortSignal): Promise<string> {
    const response = await this.ask('products?limit=1', { headers: {}, ...(signal && { signal }) });
    return response.headers.get('Kucun-Position') ?? '';
  }

  async write<Result>(write: Write): Promise<Result> {
    const headers: Record<string, string> = {};
    if (write.body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    if (write.version !== undefined) {
      headers['If-Match'] = `"${write.version}"`;
    }
    if (write.key !== undefined) {
      headers['Idempotency-Key'] = write.key;
    }
    const body = write.body === undefined ? {} : { body: JSON.stringify(write.body) };
    const response = await this.ask(write.path, { method: write.method, headers, ...body });
    return (response.status === 204 ? undefined : await response.json()) as Result;
  }

  private async ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    let response = await this.attempt(path, init, false);
    if (response.status === 401) {
      response = await this.attempt(path, init, true);
    }
    if (!response.ok) {
      throw new Refused(await problemOf(response), retryAfter(response));
    }
    return response;
  }

  private async attempt(path: string, init: RequestInit & { headers: Record<string, string> }, renew: boolean): Promise<Response> {
    try {
      const headers = { ...init.headers, Authorization: `Bearer ${await this.token(renew)}`, 'Accept-Language': this.language() };
      return await this.send(`/api/v1/${path}`, { ...init, headers });
    } catch (error) {
      if ((error as Error).name === 'AbortError') {
        throw error;
      }
      throw new Unreachable(error);
    }
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    return { ...problem, status: response.status, code: problem.code ?? `http_${response.status}` };
  } catch {
    // Something between here and the service has answered.
    return { status: response.status, code: `http_${response.status}` };
  }
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}

/** A path with those of the parameters that say something. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') {
      query.set(name, String(value));
    }
  }
  return query.size ? `${path}?${query}` : path;
}
