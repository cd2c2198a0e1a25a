/** Bytes of a file that are read for licenses: the longest license texts have about 80 KB. */
export const MAX_BYTES = 512 * 1024;

/**
 * The text of a file that may be a license, or undefined for a binary one. Reads at most 512 KB. UTF-8 and UTF-16 by
 * their byte order marks, UTF-8 without one, and Latin-1 for bytes that are not UTF-8. Never throws.
 */
export function readLicenseText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, MAX_BYTES);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  if (head.subarray(0, 8192).includes(0)) return undefined;
  // A cut in the middle of a character is not bad UTF-8: up to three bytes may be missing at the end.
  for (let cut = 0; cut <= (bytes.length > MAX_BYTES ? 3 : 0); cut++) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(head.subarray(0, head.length - cut));
    } catch {}
  }
  return new TextDecoder("latin1").decode(head);
}
