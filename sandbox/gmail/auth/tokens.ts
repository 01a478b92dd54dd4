import type { Clock } from "../clock.ts";
import { accessToken, authorizationCode, refreshToken } from "../ids.ts";

/** Who a token speaks for: a mailbox, or a service account for itself. */
export interface Grant {
  user: string;
  scopes: string[];
}

export interface PendingCode extends Grant {
  redirectUri: string;
  challenge: string | undefined;
  challengeMethod: string;
  offline: boolean;
  expiresAt: number;
}

const CODE_MS = 600_000;

/** Every token given out: which are alive, and for whom. */
export class Tokens {
  readonly #clock: Clock;
  readonly #lifeSeconds: () => number;
  readonly #access = new Map<string, Grant & { expiresAt: number; refresh: string | undefined }>();
  readonly #refresh = new Map<string, Grant>();
  /** Access tokens, dead ones too, the oldest first. */
  readonly handedOut: string[] = [];
  readonly #codes = new Map<string, PendingCode>();

  constructor(clock: Clock, lifeSeconds: () => number) {
    this.#clock = clock;
    this.#lifeSeconds = lifeSeconds;
  }

  issueRefresh(grant: Grant, token = refreshToken()): string {
    this.#refresh.set(token, grant);
    return token;
  }

  issueAccess(grant: Grant, refresh?: string): { token: string; expiresIn: number } {
    const token = accessToken();
    this.handedOut.push(token);
    const expiresIn = this.#lifeSeconds();
    this.#access.set(token, { ...grant, expiresAt: this.#clock.now() + expiresIn * 1_000, refresh });
    return { token, expiresIn };
  }

  refreshGrant(token: string): Grant | undefined {
    return this.#refresh.get(token);
  }

  accessGrant(token: string): (Grant & { expiresAt: number }) | undefined {
    const grant = this.#access.get(token);
    return grant && grant.expiresAt > this.#clock.now() ? grant : undefined;
  }

  refreshTokenOf(user: string): string | undefined {
    for (const [token, grant] of this.#refresh) if (grant.user === user) return token;
    return undefined;
  }

  issueCode(pending: Omit<PendingCode, "expiresAt">): string {
    const code = authorizationCode();
    this.#codes.set(code, { ...pending, expiresAt: this.#clock.now() + CODE_MS });
    return code;
  }

  /** A code works once. */
  takeCode(code: string): PendingCode | undefined {
    const pending = this.#codes.get(code);
    this.#codes.delete(code);
    return pending && pending.expiresAt > this.#clock.now() ? pending : undefined;
  }

  /** A refresh token takes its access tokens with it, and the other way round. */
  revoke(token: string): boolean {
    const refresh = this.#refresh.has(token) ? token : this.#access.get(token)?.refresh;
    const known = this.#access.delete(token) || refresh !== undefined;
    if (refresh !== undefined) {
      this.#refresh.delete(refresh);
      for (const [access, grant] of this.#access) if (grant.refresh === refresh) this.#access.delete(access);
    }
    return known;
  }

  /** All a user ever granted: what changing the password does. */
  revokeUser(user: string): void {
    for (const [token, grant] of this.#refresh) if (grant.user === user) this.#refresh.delete(token);
    this.expireAccess(user);
  }

  expireAccess(user?: string): void {
    for (const [token, grant] of this.#access)
      if (user === undefined || grant.user === user) this.#access.delete(token);
  }
}
