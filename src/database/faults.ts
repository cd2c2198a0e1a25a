/** What went wrong, in the program's words. */
import { DatabaseError, DatabaseUnreachable } from "./database.ts";

/** Errors of sockets and names: nobody is there, or nobody answers. */
const SOCKET_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
]);
/**
 * PostgreSQL's own (its manual, appendix A): too many connections, shut down by an administrator or after a crash, still
 * starting, a session that was idle for too long. Class 08 is about connections as a whole.
 */
const STATE_CODES = new Set(["53300", "57P01", "57P02", "57P03", "57P05"]);
/** What node-postgres says of broken connections; those errors have no code. */
const BROKEN = /^(?:connection terminated|timeout e|query read timeout|client (?:has|was)|client network socket)/i;

/** What is known of each code that only a person can mend. */
const REMEDIES: Readonly<Record<string, string>> = {
  "28000": "it refuses this user: look at the user in DATABASE_URL and at the server's pg_hba.conf",
  "28P01": "it refuses this password: look at DATABASE_URL",
  "3D000": "there is no database of this name: create it, or name another one in DATABASE_URL",
  "42501": "this user lacks a right: it needs CREATE on the database, for the schemas openness and openness_queue",
  "53100": "its disk is full: free some space. What was answered before is kept",
  ENOSPC: "its disk is full: free some space. What was answered before is kept",
  EROFS: "its disk can only be read: mount it for writing",
  EACCES: "this user may not read or write there: give it the right",
  "25006": "it can only be read, as a standby: name the primary server in DATABASE_URL",
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** Whether a later try may find the database. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof DatabaseUnreachable) return true;
  // Several addresses of one name, each tried in vain.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isUnreachable);
  const code = codeOf(error);
  if (code !== undefined) return SOCKET_CODES.has(code) || STATE_CODES.has(code) || code.startsWith("08");
  return error instanceof Error && BROKEN.test(error.message);
}

/**
 * An engine's error as {@link DatabaseUnreachable} or {@link DatabaseError} where it is one of these; others, such as a
 * statement that is wrong, come back as they are.
 * @param where which database, without a password
 */
export function faultOf(error: unknown, where: string): unknown {
  if (error instanceof DatabaseError || error instanceof DatabaseUnreachable) return error;
  if (isUnreachable(error))
    return new DatabaseUnreachable(`the database ${where} does not answer (${briefly(error)})`, { cause: error });
  const code = codeOf(error) ?? /\b(?:ENOSPC|EROFS)\b|No space left/.exec(messageOf(error))?.[0];
  const remedy = code === "No space left" ? REMEDIES.ENOSPC : REMEDIES[code ?? ""];
  if (remedy === undefined) return error;
  return new DatabaseError(`the database ${where} cannot be used: ${remedy} (${briefly(error)})`, { cause: error });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 1000) : "");

function briefly(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  return codeOf(inner) ?? messageOf(inner).slice(0, 200);
}
