import type { Entry } from "../../snapshot/snapshot.ts";
import { areaOf } from "./area.ts";
import { sizeOf } from "./content.ts";
import type { MediaFile } from "./files.ts";
import { partsOf } from "./path.ts";

const KINDS: Readonly<Record<string, MediaFile["kind"]>> = {
  pdf: "pdf",
  png: "image",
  jpg: "image",
  jpeg: "image",
  gif: "image",
  svg: "image",
  webp: "image",
  bmp: "image",
  tif: "image",
  tiff: "image",
  wav: "audio",
  mp3: "audio",
  flac: "audio",
  ogg: "audio",
  m4a: "audio",
  opus: "audio",
  mp4: "video",
  webm: "video",
  mov: "video",
  avi: "video",
  mkv: "video",
};

/** PDFs, images, audio and video by their extensions; vendored ones are left out, symbolic links too. */
export function findMedia(entries: readonly Entry[]): MediaFile[] {
  const found: MediaFile[] = [];
  for (const entry of entries) {
    if (entry.kind !== "file") continue;
    const { extension } = partsOf(entry.path);
    const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
    if (kind === undefined) continue;
    const area = areaOf(entry.path);
    if (area === "vendored") continue;
    found.push({ path: entry.path, sha: entry.sha, bytes: sizeOf(entry), kind, area });
  }
  return found;
}
