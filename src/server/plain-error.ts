/** An error as the log shows it. */
import { withoutSecrets } from "./redact.ts";

/** Causes of causes that are followed; a chain may be a circle. */
const MAX_CAUSES = 4;
/** Errors of an `AggregateError` that are shown. */
const MAX_PARTS = 3;

export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly status?: number;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: PlainError;
  readonly errors?: readonly PlainError[];
}

/** Name, message, status, code, stack, and the same of its causes. Never throws, whatever was thrown. */
export function plainError(error: unknown): PlainError {
  try {
    return plain(error, MAX_CAUSES);
  } catch {
    return { name: "Error", message: "an error that cannot be read" };
  }
}

function plain(error: unknown, depth: number): PlainError {
  if (!(error instanceof Error))
    return { name: "not an Error", message: typeof error === "string" ? withoutSecrets(error) : typeof error };
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const parts = error instanceof AggregateError && depth > 0 ? error.errors.slice(0, MAX_PARTS) : [];
  return {
    name: withoutSecrets(String(error.name)),
    message: withoutSecrets(String(error.message)),
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code: withoutSecrets(code) }),
    ...(typeof error.stack === "string" ? { stack: withoutSecrets(error.stack) } : {}),
    ...(error.cause !== undefined && depth > 0 ? { cause: plain(error.cause, depth - 1) } : {}),
    ...(parts.length > 0 ? { errors: parts.map((part: unknown) => plain(part, depth - 1)) } : {}),
  };
}
