/** Taking secrets out of what is about to be written down. */

const REDACTED = "[redacted]";
/** Shorter ones would take words out of the log that are no secrets. */
const LEAST_SECRET = 4;
const MAX_MESSAGE = 10_000;
/** Characters that JSON leaves as they are and that end lines, turn the direction of writing round or are not seen. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * What secrets look like, in plain text as well as inside a JSON string: no pattern takes a quotation mark or half an
 * escape with it, so that a line of JSON stays one. Every quantifier is bounded.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // GitHub's tokens (docs, "Token formats") and JSON Web Tokens.
  [/\bgh[a-z]_[A-Za-z0-9_]{10,255}/g, REDACTED],
  [/\bgithub_pat_[A-Za-z0-9_]{10,255}/g, REDACTED],
  [/\beyJ[\w-]{5,2000}\.[\w-]{5,4000}\.[\w-]{5,1000}/g, REDACTED],
  // Keys in PEM, whole or cut, with line ends or with `\n` in their place (twice escaped where JSON is within JSON).
  [
    /-----BEGIN [A-Z ]{1,40}-----(?:[A-Za-z0-9+/=:, \r\n]|\\{1,4}[nr]){0,16000}(?:-----END [A-Z ]{1,40}-----)?/g,
    REDACTED,
  ],
  // What stands before the host of an address; a password may hold `@` and `/` where nobody encoded it.
  [/\/\/[^/\s:@"'\\]{0,200}:[^\s"'\\]{1,300}@/g, `//${REDACTED}@`],
  // Headers and settings with their value: `authorization: Bearer …`, `password=…`, `"client_secret":"…"`.
  [
    /\b(authorization|proxy-authorization)(\\?["']?\s?[:=]\s?\\?["']?)(?:(?:bearer|basic|token)\s)?[^\s"'\\,;&]{1,2000}/gi,
    `$1$2${REDACTED}`,
  ],
  [/\b(bearer|basic)\s[A-Za-z0-9+/=._~-]{12,2000}/gi, `$1 ${REDACTED}`],
  [
    /\b(password|passwd|pgpassword|client_secret|webhook_secret|private_key|access_token|metrics_token)(\\?["']?\s?[:=]\s?\\?["']?)[^\s"'\\,;&]{1,500}/gi,
    `$1$2${REDACTED}`,
  ],
];

/** A text of at most 10,000 characters without tokens, keys, and passwords, wherever they stand in it. */
export function withoutSecrets(text: string): string {
  return withoutPatterns(text.slice(0, MAX_MESSAGE));
}

/**
 * Makes a function that takes secrets out of a line of the log, which is JSON and stays it.
 * @param secrets texts to take out literally, beside what looks like a secret
 */
export function redactor(secrets: readonly string[]): (line: string) => string {
  const literal = [...new Set(secrets.filter((secret) => secret.length >= LEAST_SECRET).flatMap(spellings))];
  // The longest first: one may be part of another.
  literal.sort((a, b) => b.length - a.length);
  return (line) => {
    let clean = line;
    for (const secret of literal) clean = clean.replaceAll(secret, REDACTED);
    return withoutPatterns(clean).replace(
      UNSEEN,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  };
}

function withoutPatterns(text: string): string {
  let clean = text;
  for (const [pattern, replacement] of PATTERNS) clean = clean.replaceAll(pattern, replacement);
  return clean;
}

/** How a text looks inside a JSON string, inside JSON within JSON, and in an address. */
function spellings(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const twice = JSON.stringify(inJson).slice(1, -1);
  return [inJson, twice, encodeURIComponent(secret.toWellFormed())];
}
