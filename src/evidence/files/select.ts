import { prefixBytes } from "../../snapshot/heads.ts";
import { type Entry, type Listing, MAX_FILE_BYTES } from "../../snapshot/snapshot.ts";
import { CODE_REASONS, type Reason, type Want, wantOf } from "./wants.ts";

/** At most this many files are read of one snapshot: three GraphQL requests of 80 blobs. */
export const MAX_READS = 240;
/** At most this many bytes are read of one snapshot. */
export const MAX_READ_BYTES = 6 * 1024 * 1024;

interface Share {
  readonly reason: Reason;
  readonly files: number;
  /** Files that are samples of each other: no more than this many of them. */
  readonly perGroup: number;
  /** 1,500 where it is not said. */
  readonly kilobytes?: number;
}

/** What each reason may take first, in order of worth to the verdicts. What is left over goes round again. */
const SHARES: readonly Share[] = [
  { reason: "license", files: 24, perGroup: 24 },
  { reason: "readme", files: 30, perGroup: 30 },
  { reason: "card", files: 12, perGroup: 6 },
  { reason: "openness", files: 8, perGroup: 4 },
  { reason: "citation", files: 4, perGroup: 4 },
  { reason: "dependencies", files: 10, perGroup: 10 },
  { reason: "git", files: 4, perGroup: 4 },
  { reason: "network", files: 16, perGroup: 16 },
  { reason: "training", files: 20, perGroup: 20 },
  { reason: "inference", files: 14, perGroup: 14 },
  { reason: "evaluation", files: 16, perGroup: 16 },
  { reason: "preparation", files: 20, perGroup: 20 },
  { reason: "config", files: 26, perGroup: 8, kilobytes: 800 },
  { reason: "result", files: 24, perGroup: 1, kilobytes: 1_200 },
  { reason: "pointer", files: 16, perGroup: 4 },
  { reason: "weights", files: 12, perGroup: 1, kilobytes: 2_100 },
  { reason: "archive", files: 6, perGroup: 2, kilobytes: 2_200 },
  { reason: "document", files: 20, perGroup: 20, kilobytes: 1_000 },
  { reason: "source", files: 10, perGroup: 10 },
  { reason: "data", files: 6, perGroup: 2, kilobytes: 1_000 },
];

/** Order and measure in which unused places are given away. */
const SPARE: readonly Reason[] = [
  "license",
  "readme",
  "training",
  "network",
  "evaluation",
  "preparation",
  "inference",
  "document",
  "source",
  "config",
  "result",
  "pointer",
];

/**
 * The blobs that the rules want, told from the tree alone and in order of worth: licenses, READMEs, cards, then source,
 * settings and results by their likelihood to show an artifact. At most 240 files and 6 MB; alike files (one folder
 * but for digits, one extension) are sampled, because the rules count the unread ones by those that were read. Of a
 * weight file only the head is read; GitHub gives no part of a file, so that there the small ones are read whole.
 */
export function selectReads(listing: Listing): Entry[] {
  const readsWhole = listing.source.kind === "github";
  const byReason = new Map<Reason, Want[]>();
  for (const entry of listing.entries) {
    const want = wantOf(entry);
    if (want === undefined || (want.reason === "weights" && readsWhole && (entry.size ?? 0) > MAX_FILE_BYTES)) continue;
    const wants = byReason.get(want.reason);
    if (wants) wants.push(want);
    else byReason.set(want.reason, [want]);
  }
  for (const wants of byReason.values())
    wants.sort((a, b) => b.worth - a.worth || (a.entry.path < b.entry.path ? -1 : 1));

  const basket = new Basket(readsWhole ? sizeOf : (entry) => prefixBytes(entry) ?? sizeOf(entry));
  for (const share of SHARES) basket.take(byReason.get(share.reason) ?? [], share);
  for (const reason of SPARE) basket.take(byReason.get(reason) ?? [], { files: 40, perGroup: 6, kilobytes: 800 });
  // While there is room, every source file is read: what was not looked at cannot be called absent.
  for (const reason of CODE_REASONS) basket.take(byReason.get(reason) ?? [], { files: MAX_READS, perGroup: MAX_READS });
  return basket.entries;
}

const sizeOf = ({ size }: Entry): number => size ?? 0;

class Basket {
  readonly entries: Entry[] = [];
  private readonly bytesOf: (entry: Entry) => number;
  private readonly taken = new Set<string>();
  private readonly groups = new Map<string, number>();
  private bytes = 0;

  constructor(bytesOf: (entry: Entry) => number) {
    this.bytesOf = bytesOf;
  }

  take(wants: readonly Want[], { files, perGroup, kilobytes = 1_500 }: Omit<Share, "reason">): void {
    let count = 0;
    let left = kilobytes * 1_000;
    for (const { entry, group } of wants) {
      if (count >= files || this.entries.length >= MAX_READS) return;
      const size = this.bytesOf(entry);
      if (this.taken.has(entry.path) || size > left || this.bytes + size > MAX_READ_BYTES) continue;
      if (group !== undefined) {
        const used = this.groups.get(group) ?? 0;
        if (used >= perGroup) continue;
        this.groups.set(group, used + 1);
      }
      this.taken.add(entry.path);
      this.entries.push(entry);
      this.bytes += size;
      left -= size;
      count += 1;
    }
  }
}
