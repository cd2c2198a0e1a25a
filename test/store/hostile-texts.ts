/** Texts that a database, a file system or a pattern may choke on. */
export const HOSTILE_TEXTS: readonly string[] = [
  "nul\0inside",
  "\0",
  "quotes ' \" ` $1 \\ %s ; DROP TABLE openness.blobs; --",
  "four bytes 🦊 𝔐",
  "half a pair \uD83E",
  "\uDD8A the other half",
  "the escape itself \uFFFE0000",
  "\uFFFD",
  "line\nbreaks\r\n\ttabs",
  "/slashes/../..",
  "",
];
