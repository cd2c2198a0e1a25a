/**
 * What the bytes of one file are: text in some encoding, a Git LFS pointer, or something that is not text.
 */
import { analyse } from "chardet";
import iconv from "iconv-lite";
import { headBytes } from "./heads.ts";
import { type Content, type Entry, type GitLfsPointer, MAX_FILE_BYTES } from "./snapshot.ts";

/** Git LFS specification, "The Pointer": pointer files must be less than 1024 bytes. */
const MAX_POINTER_BYTES = 1023;
/** Enough text for a charset to show itself, little enough that guessing stays cheap. */
const CHARSET_SAMPLE_BYTES = 32 * 1024;
/** How far a NUL byte is looked for, as git itself does to tell text from binary. */
const BINARY_SAMPLE_BYTES = 8 * 1024;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Tells what an entry's bytes are. Never throws: whatever cannot be read as text says what it is instead.
 * Text comes back without its byte order mark and with `\n` line ends, so that line numbers agree with every viewer.
 */
export function decodeContent(bytes: Uint8Array, entry: Pick<Entry, "path" | "kind" | "sha">): Content {
  if (entry.kind === "submodule") return { kind: "submodule", commit: entry.sha };
  if (entry.kind === "symlink") return { kind: "symlink", target: Buffer.from(bytes).toString("utf8") };
  if (bytes.length > MAX_FILE_BYTES) return { kind: "too-large", size: bytes.length, cap: MAX_FILE_BYTES };
  const decoded = decodeText(bytes);
  if (decoded === undefined) return binary(bytes, entry.path, bytes.length);
  const pointer = bytes.length <= MAX_POINTER_BYTES ? parseLfsPointer(decoded.text) : undefined;
  if (pointer !== undefined) return { kind: "pointer", pointer };
  return { kind: "text", text: unixLines(decoded.text), encoding: decoded.encoding };
}

/**
 * Tells what a file is of which only the first bytes were read: binary with its head where they are not text, else
 * what it is without reading it.
 */
export function decodePrefix(bytes: Uint8Array, entry: Entry): Content {
  const size = entry.size ?? bytes.length;
  if (bytes.subarray(0, BINARY_SAMPLE_BYTES).includes(0)) return binary(bytes, entry.path, size);
  return contentWithoutReading(entry) ?? { kind: "binary", size };
}

/** The head is a copy, so that it does not hold on to all that was read with it. */
function binary(bytes: Uint8Array, path: string, size: number): Content {
  const most = headBytes(path);
  return most === undefined
    ? { kind: "binary", size }
    : { kind: "binary", size, head: new Uint8Array(bytes.subarray(0, most)) };
}

/** What an entry is without reading it, where that is already known: submodules, and files over the cap. */
export function contentWithoutReading(entry: Entry): Content | undefined {
  if (entry.kind === "submodule") return { kind: "submodule", commit: entry.sha };
  if (entry.size !== undefined && entry.size > MAX_FILE_BYTES)
    return { kind: "too-large", size: entry.size, cap: MAX_FILE_BYTES };
  return undefined;
}

/**
 * Reads a Git LFS pointer: the version line first, then `key value` lines, of which `oid` and `size` are needed.
 * Source: Git LFS specification, "The Pointer"; the hawser address is the one that its first releases wrote.
 */
export function parseLfsPointer(text: string): GitLfsPointer | undefined {
  const [version, ...lines] = text.split(/\r?\n/);
  if (
    version !== "version https://git-lfs.github.com/spec/v1" &&
    version !== "version https://hawser.github.com/spec/v1"
  )
    return undefined;
  const fields = new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
  const oid = /^sha256:([0-9a-f]{64})$/.exec(fields.get("oid") ?? "")?.[1];
  const size = /^\d{1,15}$/.exec(fields.get("size") ?? "")?.[0];
  return oid === undefined || size === undefined ? undefined : { format: "git-lfs", oid, size: Number(size) };
}

interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

function decodeText(bytes: Uint8Array): Decoded | undefined {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) {
    const text = iconv.decode(Buffer.from(bytes.subarray(marked.length)), marked.encoding);
    return marked.encoding !== "utf-8" && text.slice(0, BINARY_SAMPLE_BYTES).includes("\0")
      ? undefined
      : { text, encoding: marked.encoding };
  }
  const sample = bytes.subarray(0, BINARY_SAMPLE_BYTES);
  if (sample.includes(0)) {
    const encoding = unmarkedUtf16(sample);
    return encoding === undefined ? undefined : { text: iconv.decode(Buffer.from(bytes), encoding), encoding };
  }
  try {
    return { text: utf8.decode(bytes), encoding: "utf-8" };
  } catch {
    return guessCharset(bytes);
  }
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return bytes[2] === 0 && bytes[3] === 0 ? { encoding: "utf-32le", length: 4 } : { encoding: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

/** UTF-16 without a mark: nearly every other byte is NUL, and always on the same side. */
function unmarkedUtf16(sample: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const units = Math.floor(sample.length / 2);
  if (units < 2 || sample.length % 2 !== 0) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < units * 2; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const encoding =
    even === 0 && odd > units * 0.7 ? "utf-16le" : odd === 0 && even > units * 0.7 ? "utf-16be" : undefined;
  if (encoding === undefined) return undefined;
  return looksLikeText(iconv.decode(Buffer.from(sample), encoding)) ? encoding : undefined;
}

/** Neither UTF-8 nor marked: a legacy charset, if what it decodes to looks like text. */
function guessCharset(bytes: Uint8Array): Decoded | undefined {
  const lenient = Buffer.from(bytes).toString("utf8");
  if (mostlyUtf8(lenient)) return { text: lenient, encoding: "utf-8" };
  const first = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1024);
  const [best] = analyse(bytes.subarray(first, first + CHARSET_SAMPLE_BYTES));
  const encoding = best !== undefined && iconv.encodingExists(best.name) ? best.name : "windows-1252";
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return looksLikeText(text.slice(0, BINARY_SAMPLE_BYTES)) ? { text, encoding: encoding.toLowerCase() } : undefined;
}

/** UTF-8 with a few broken bytes: in a legacy charset, hardly any two neighbouring bytes would be valid UTF-8. */
function mostlyUtf8(lenient: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < lenient.length; i++) {
    const code = lenient.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return broken * 20 <= whole;
}

function looksLikeText(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const control = code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27;
    if (control || code === 0xfffd || (code >= 0x7f && code < 0xa0)) odd++;
  }
  return odd <= text.length * 0.02;
}

/** Windows line ends become `\n`; a lone `\r` ends lines only in a file that has no other line end. */
function unixLines(text: string): string {
  if (!text.includes("\r")) return text;
  return text.includes("\n") ? text.replaceAll("\r\n", "\n") : text.replaceAll("\r", "\n");
}
