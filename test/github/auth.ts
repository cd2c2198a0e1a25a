/** Who asks: the App by its JSON web token, or one of its installations by an access token. */
import { createPublicKey, createVerify, type KeyObject, randomBytes } from "node:crypto";
import { type Installation, Refusal, type Repository, type World } from "./world.ts";

export type Permissions = Readonly<Record<string, string>>;

export interface AppIdentity {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** What the App's manifest asks for; undefined checks nothing. */
  readonly permissions: Permissions | undefined;
  readonly events: readonly string[];
}

export type Authority =
  | { readonly kind: "app" }
  | {
      readonly kind: "installation";
      readonly installation: Installation;
      readonly permissions: Permissions | undefined;
      readonly repositoryIds: readonly number[] | undefined;
    };

export interface Token {
  readonly token: string;
  readonly authority: Authority & { kind: "installation" };
  readonly expiresAt: number;
}

/** GitHub: a JSON web token may be valid for at most ten minutes; clocks may differ by one. */
const LONGEST_JWT = 600;
const CLOCK_DRIFT = 60;
const TOKEN_LIFETIME = 3_600_000;
const LEVELS = ["read", "write", "admin"];

const unauthorized = (message: string): Refusal => new Refusal(401, "UNAUTHORIZED", message);
/** GitHub's words where a token lacks a permission or a repository. */
export const forbidden = (): Refusal => new Refusal(403, "FORBIDDEN", "Resource not accessible by integration");

/** GitHub's words where something is to be written to an archived repository. */
export const readOnly = (): Refusal => new Refusal(403, "FORBIDDEN", "Repository was archived so is read-only.");

/** True when `held` covers `level` of the permission. */
export function grants(held: Permissions | undefined, permission: string, level: "read" | "write"): boolean {
  if (held === undefined || permission === "metadata") return true;
  return LEVELS.indexOf(held[permission] ?? "") >= LEVELS.indexOf(level);
}

export class Authentication {
  readonly #app: AppIdentity;
  readonly #key: KeyObject;
  readonly #world: World;
  readonly #tokens = new Map<string, Token>();

  constructor(app: AppIdentity, privateKey: string, world: World) {
    this.#app = app;
    this.#key = createPublicKey(privateKey);
    this.#world = world;
  }

  /** @throws {Refusal} 401 when the header proves nothing */
  authorityOf(header: string | undefined): Authority {
    const [, scheme, credential] = /^(bearer|token) (\S+)$/i.exec(header ?? "") ?? [];
    if (scheme === undefined || credential === undefined) throw unauthorized("Requires authentication");
    if (credential.split(".").length === 3) {
      this.#verify(credential);
      return { kind: "app" };
    }
    const token = this.#tokens.get(credential);
    if (token === undefined || token.expiresAt < Date.now()) throw unauthorized("Bad credentials");
    if (token.authority.installation.suspended) {
      throw new Refusal(403, "FORBIDDEN", "This installation has been suspended");
    }
    return token.authority;
  }

  /** Issues an installation token, narrowed to repositories and permissions where asked. */
  issue(installation: Installation, narrow: { repositoryIds?: readonly number[]; permissions?: Permissions }): Token {
    for (const [permission, level] of Object.entries(narrow.permissions ?? {})) {
      if (!grants(this.#app.permissions, permission, level === "read" ? "read" : "write")) {
        const message = "The permissions requested are not granted to this installation.";
        throw new Refusal(422, "UNPROCESSABLE", message);
      }
    }
    const token: Token = {
      token: `ghs_${randomBytes(18).toString("hex")}`,
      authority: {
        kind: "installation",
        installation,
        permissions: narrow.permissions ?? installation.accepted ?? this.#app.permissions,
        repositoryIds: narrow.repositoryIds,
      },
      expiresAt: Date.now() + TOKEN_LIFETIME,
    };
    this.#tokens.set(token.token, token);
    return token;
  }

  /** Forgets every installation token, as when GitHub revokes them. */
  revokeTokens(): void {
    this.#tokens.clear();
  }

  /** The repositories that an installation token reaches. */
  repositoriesOf(authority: Authority & { kind: "installation" }): Repository[] {
    return [...this.#world.repositories.values()].filter((repository) => reaches(authority, repository));
  }

  #verify(token: string): void {
    const [header, claims, signature] = token.split(".") as [string, string, string];
    let algorithm: unknown;
    let payload: { iss?: unknown; exp?: unknown; iat?: unknown };
    try {
      algorithm = (JSON.parse(Buffer.from(header, "base64url").toString()) as { alg?: unknown }).alg;
      payload = JSON.parse(Buffer.from(claims, "base64url").toString()) as typeof payload;
    } catch {
      throw unauthorized("A JSON web token could not be decoded");
    }
    const genuine =
      algorithm === "RS256" &&
      createVerify("RSA-SHA256").update(`${header}.${claims}`).verify(this.#key, signature, "base64url");
    if (!genuine) throw unauthorized("A JSON web token could not be decoded");
    if (String(payload.iss) !== String(this.#app.id)) {
      throw unauthorized("'Issuer' claim ('iss') must be the id of the App");
    }
    const seconds = Date.now() / 1000;
    if (typeof payload.exp !== "number" || payload.exp < seconds) {
      throw unauthorized(
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
      );
    }
    if (payload.exp > seconds + LONGEST_JWT + CLOCK_DRIFT) {
      throw unauthorized("'Expiration time' claim ('exp') is too far in the future");
    }
    if (typeof payload.iat !== "number" || payload.iat > seconds + CLOCK_DRIFT) {
      throw unauthorized(
        "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
      );
    }
  }
}

/** True when the token was issued for the repository. */
export function reaches(authority: Authority, repository: Repository): boolean {
  if (authority.kind === "app" || repository.installation !== authority.installation) return false;
  return authority.repositoryIds?.includes(repository.id) ?? true;
}
