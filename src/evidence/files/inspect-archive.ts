import { constants, zstdDecompressSync } from "node:zlib";
import { type AsyncFlateStreamHandler, Unzip, UnzipInflate } from "fflate";
import { parseJson } from "./json.ts";

/** Where Inspect keeps what a run was about and what came out of it; samples and journal are not looked at. */
const HEADER = "header.json";
const MOST_ENTRIES = 10_000;
const MOST_HEADER_BYTES = 4 * 1024 * 1024;
/** As a power of two: what a Zstandard frame may ask to be set aside for it, 8 MB. */
const LARGEST_WINDOW = 23;
/** An archive is inflated in pieces, so that a bomb is noticed before it has grown. */
const PIECE_BYTES = 8 * 1024;

/**
 * The header of an Inspect log that is kept as a zip archive (Inspect documentation, "Log Files", format `eval`), in the
 * shape that a JSON log has. Where an archive holds several, as one that was written anew does, the last counts.
 * Bounded in entries and in inflated bytes, whatever sizes the archive claims.
 * @returns undefined when it is no such archive, or its header cannot be read
 */
export function readInspectHeader(archive: Uint8Array): unknown {
  let text: string | undefined;
  let entries = 0;
  const unzip = new Unzip((file) => {
    if (++entries > MOST_ENTRIES) throw new RangeError("too many entries");
    if (file.name !== HEADER) return;
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    file.ondata = (error, piece, isLast) => {
      if (error) throw error;
      bytes += piece.length;
      if (bytes > MOST_HEADER_BYTES) throw new RangeError("the header is too large");
      pieces.push(piece);
      if (isLast) text = Buffer.concat(pieces).toString("utf8");
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipZstandard);
  try {
    for (let at = 0; at < archive.length; at += PIECE_BYTES) unzip.push(archive.subarray(at, at + PIECE_BYTES));
  } catch {
    // What a damaged archive gave before the damage is not believed: a later header may contradict it.
    return undefined;
  }
  return text === undefined ? undefined : parseJson(text);
}

/** Zstandard entries (APPNOTE 6.3.10, method 93), which Inspect writes where Python can. */
class UnzipZstandard {
  static readonly compression = 93;
  ondata: AsyncFlateStreamHandler = () => undefined;
  readonly #pieces: Uint8Array[] = [];

  push(piece: Uint8Array, isLast: boolean): void {
    this.#pieces.push(piece);
    if (!isLast) return;
    const bytes = zstdDecompressSync(Buffer.concat(this.#pieces), {
      maxOutputLength: MOST_HEADER_BYTES,
      params: { [constants.ZSTD_d_windowLogMax]: LARGEST_WINDOW },
    });
    this.ondata(null, bytes, true);
  }
}
