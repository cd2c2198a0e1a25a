/** What a failed request means for the work that made it. */
import { RetryLater } from "../queue/queue.ts";
import {
  acceptedPermission,
  isNotPermitted,
  type PermissionName,
  permissionFor,
  permissionMissing,
} from "./permissions.ts";

/** GitHub says that there is nothing to see: deleted, renamed away, not granted, blocked, or an empty repository. */
export class NotReadable extends Error {
  override readonly name = "NotReadable";
  readonly status: number;

  constructor(message: string, status: number, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/** GitHub understood and refused: trying again cannot help. */
export class Refused extends Error {
  override readonly name = "Refused";
  /** Why, where it is one of the reasons that only the owner of the installation can change. */
  readonly because: OwnersReason | undefined;

  constructor(
    message: string,
    options: { readonly cause?: unknown; readonly because?: OwnersReason | undefined } = {},
  ) {
    super(message, { cause: options.cause });
    this.because = options.because;
  }
}

/** The owner suspended the installation, or has not accepted a permission that the App asks for by now. */
export type OwnersReason =
  | { readonly kind: "suspended" }
  | { readonly kind: "permission"; readonly permission: PermissionName };

/** No answer, or one that says nothing about whether the request was carried out. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

interface RequestFailure {
  readonly status?: number;
  readonly message: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
  readonly headers?: Readonly<Record<string, string | number | undefined>>;
}

/** Seconds to wait after a limit that names no time. Source: GitHub docs, "Rate limits for the REST API": at least a minute. */
const DEFAULT_WAIT = 60;
const LONGEST_WAIT = 3600;

/** Sorts what a request threw into the errors above, or a pause where a rate limit asks for one. */
export function classify(error: unknown, what: string, now = Date.now()): Error {
  if (
    error instanceof RetryLater ||
    error instanceof NotReadable ||
    error instanceof Refused ||
    error instanceof NoAnswer
  )
    return error;
  const failure = asFailure(error);
  const wait = secondsToWait(failure, now);
  if (wait !== undefined)
    return new RetryLater(`${what}: GitHub's rate limit asks to wait ${wait} s`, wait, { isPause: true, cause: error });
  const { status } = failure;
  // A fresh installation token takes a moment to be known everywhere, and then is refused with 401.
  if (status === undefined || status >= 500 || status === 408 || status === 401)
    return new NoAnswer(`${what}: no usable answer (${status ?? failure.message.slice(0, 200)})`, { cause: error });
  if (status === 404 || status === 409 || status === 410 || status === 451)
    return new NotReadable(`${what}: ${status}`, status, error);
  const because = ownersReason(failure, what);
  const words =
    because?.kind === "permission"
      ? permissionMissing(because.permission)
      : `${status} ${failure.message.slice(0, 200)}`;
  return new Refused(`${what}: ${words}`, { cause: error, because });
}

/** GitHub's words for both (REST docs, "Troubleshooting", and "Suspending a GitHub App installation"). */
function ownersReason({ status, message, response }: RequestFailure, what: string): OwnersReason | undefined {
  if (status !== 403) return undefined;
  if (/installation has been suspended/i.test(message.slice(0, 500))) return { kind: "suspended" };
  if (!isNotPermitted(message)) return undefined;
  const permission = acceptedPermission(response?.headers?.["x-accepted-github-permissions"]) ?? permissionFor(what);
  return permission === undefined ? undefined : { kind: "permission", permission };
}

/**
 * Seconds that a rate limit asks to wait; undefined where none was hit.
 * Source: GitHub docs, "Exceeding the rate limit": retry-after first, then x-ratelimit-reset, else a minute.
 */
export function secondsToWait(failure: RequestFailure, now = Date.now()): number | undefined {
  const headers = failure.response?.headers ?? failure.headers ?? {};
  const isSpent = String(headers["x-ratelimit-remaining"]) === "0";
  const isSecondary = /secondary rate|abuse detection/i.test(failure.message.slice(0, 1000));
  const isPrimary = /rate limit exceeded|RATE_LIMIT/i.test(failure.message.slice(0, 1000));
  const isLimited =
    failure.status === 429 ||
    ((failure.status ?? 200) < 500 && (isSecondary || isPrimary || (failure.status === 403 && isSpent)));
  if (!isLimited) return undefined;
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after >= 0 && headers["retry-after"] !== undefined)
    return Math.min(after, LONGEST_WAIT);
  const reset = Number(headers["x-ratelimit-reset"]);
  if (isSpent && Number.isFinite(reset)) return Math.min(Math.max(1, Math.ceil(reset - now / 1000)), LONGEST_WAIT);
  return DEFAULT_WAIT;
}

function asFailure(error: unknown): RequestFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { status } = error as { status?: unknown };
  // Octokit reports a request that got no answer as status 500 without a response.
  const hasResponse = "response" in error && error.response !== undefined;
  return {
    message: error.message,
    status: typeof status === "number" && (hasResponse || status !== 500) ? status : undefined,
    ...("response" in error ? { response: error.response as RequestFailure["response"] } : {}),
    ...("headers" in error ? { headers: error.headers as RequestFailure["headers"] } : {}),
  };
}
