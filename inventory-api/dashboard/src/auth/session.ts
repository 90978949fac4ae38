import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { Store } from '../app/store';
import type { Config } from '../app/config';
import { claimsOf, rolesAt } from './claims';
import type { Someone } from './rights';

/** Who is signed in, or why nobody is. */
export type SessionState =
  | { readonly status: 'in'; readonly someone: Someone }
  | { readonly status: 'out'; readonly why: 'not-yet' | 'left' | 'left-elsewhere' | 'expired' | 'failed'; readonly detail?: string };

const LEAST_SECONDS = 15;
const EARLY_SECONDS = 60;
const TABS = 'kucun-session';

/**
 * The user's session at the issuer. Its tokens are in memory and in this tab's session storage, and
 * renewed with the refresh token; leaving in one tab leaves in all.
 */
export class Session {
  readonly state = new Store<SessionState>({ status: 'out', why: 'not-yet' });
  private readonly tabs = new BroadcastChannel(TABS);
  private user: User | null = null;
  private renewal: Promise<string> | null = null;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    private readonly manager: UserManager,
    private readonly roleClaim: string,
  ) {
    manager.events.addAccessTokenExpiring(() => this.renewInTime());
    this.tabs.onmessage = () => void this.end('left-elsewhere');
  }

  /** Takes up the session of this tab, or the one with which the issuer has sent the user back. */
  static async start(config: Config): Promise<Session> {
    const here = `${location.origin}/`;
    const store = new WebStorageStateStore({ prefix: 'kucun.', store: sessionStorage });
    const manager = new UserManager({
      authority: config.issuer,
      client_id: config.clientId ?? '',
      redirect_uri: here,
      post_logout_redirect_uri: here,
      response_type: 'code',
      scope: 'openid profile',
      automaticSilentRenew: false,
      monitorSession: false,
      revokeTokensOnSignout: true,
      revokeTokenTypes: ['refresh_token'],
      userStore: store,
      stateStore: store,
    });
    const session = new Session(manager, config.roleClaim);
    await session.resume();
    return session;
  }

  private async resume(): Promise<void> {
    const answer = new URLSearchParams(location.search);
    if (answer.has('state') && (answer.has('code') || answer.has('error'))) {
      try {
        const user = await this.manager.signinCallback();
        history.replaceState(null, '', `/${typeof user?.state === 'string' ? user.state : ''}`);
        this.take(user ?? null);
      } catch (error) {
        history.replaceState(null, '', '/');
        this.state.set({ status: 'out', why: 'failed', detail: String((error as Error).message) });
      }
      return;
    }
    this.take(await this.manager.getUser());
    if (this.user?.expired) {
      await this.renew().catch(() => '');
    }
  }

  private take(user: User | null): void {
    this.user = user;
    if (user) {
      const { preferred_username: login, name, sub } = user.profile;
      const roles = rolesAt(this.roleClaim, claimsOf(user.access_token));
      this.state.set({ status: 'in', someone: { name: login ?? name ?? sub, roles } });
    }
  }

  /** Goes to the issuer, and comes back to where the user is now. */
  async signIn(language: string): Promise<void> {
    await this.manager.clearStaleState();
    await this.manager.signinRedirect({ state: location.hash, ui_locales: language });
  }

  async signOut(): Promise<void> {
    this.tabs.postMessage('out');
    const idToken = this.user?.id_token;
    try {
      await this.manager.signoutRedirect(idToken === undefined ? {} : { id_token_hint: idToken });
    } finally {
      // Where the issuer cannot be reached, at least nothing is left here.
      await this.end('left');
    }
  }

  /** The access token, renewed if it is about to expire or if `renew` asks for a newer one; empty if nobody is signed in. */
  readonly token = async (renew: boolean): Promise<string> => {
    if (!this.user) {
      return '';
    }
    return !renew && (this.user.expires_in ?? 0) > LEAST_SECONDS ? this.user.access_token : this.renew();
  };

  private renewInTime(): void {
    const { exp, iat } = claimsOf(this.user?.access_token ?? '');
    const life = Number(exp) - Number(iat) || Number.POSITIVE_INFINITY;
    // Of a token that lives no longer than a minute the library tells as soon as it is there: renewed at once, it would be so every second.
    const pause = Math.max(0, (this.user?.expires_in ?? 0) - Math.min(EARLY_SECONDS, life / 2));
    clearTimeout(this.alarm);
    this.alarm = setTimeout(() => void this.renew().catch(() => {}), pause * 1_000);
  }

  private renew(): Promise<string> {
    this.renewal ??= this.renewOnce().finally(() => (this.renewal = null));
    return this.renewal;
  }

  private async renewOnce(): Promise<string> {
    const before = this.user;
    // Without a refresh token the library would open a frame, which the page's policy forbids.
    if (!before?.refresh_token) {
      await this.end('expired');
      return '';
    }
    try {
      const user = await this.manager.signinSilent();
      if (!this.user) {
        // Who left meanwhile: the library has stored the new tokens all the same.
        await this.manager.removeUser();
        return '';
      }
      if (this.user !== before || !user) {
        return this.user.access_token;
      }
      this.take(user);
      return user.access_token;
    } catch (error) {
      if (error instanceof ErrorResponse) {
        await this.end('expired');
        return '';
      }
      throw error;
    }
  }

  private async end(why: 'left' | 'left-elsewhere' | 'expired'): Promise<void> {
    clearTimeout(this.alarm);
    if (this.user) {
      this.user = null;
      this.state.set({ status: 'out', why });
    }
    await this.manager.removeUser();
  }
}
