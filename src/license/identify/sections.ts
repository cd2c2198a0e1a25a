const HEADING = /^\s{0,3}(#{1,6})\s{1,10}(.{1,200})$/;
const UNDERLINE = /^\s{0,3}(?:={3,}|-{3,})\s{0,10}$/;
const HTML_HEADING = /<h([1-6])[^<>]{0,200}>(.{1,300})/i;
const BOLD_LINE = /^\s{0,8}\*\*([^*]{1,120})\*\*[:：]?\s{0,5}$/;
const ABOUT_LICENSE =
  /\blicen[cs](?:e|es|ing)\b|licença|licencia|licenza|lizenz|лиценз|许可|許可|协议|授权|ライセンス|라이선스|라이센스|terms of use|copyright|legal/i;
/** A heading over other people's work: what it names does not apply to this one. */
const ABOUT_OTHERS = /third[ -]party|acknowledg|credits|thanks|dependenc|致谢/i;
const LICENSE_LINE =
  /^[\s>*_#|-]{0,20}(?:\*\*|__)?(?:model |code |data |weights? )?(?:licen[cs]e(?:\(s\)|s)?|许可证?|ライセンス|lizenz|licencia|licença|licenza|лицензия)(?:\*\*|__)?\s{0,3}[:：|]/i;

/** Where a document speaks of its license. */
export interface LicenseLines {
  /** For each line (0-based), 1 when it stands in a part that is about the license. */
  readonly inside: Uint8Array;
  readonly headings: number;
}

/** Finds the parts of a document that are about its license, by their headings and by lines that begin "License:". */
export function licenseLines(lines: readonly string[]): LicenseLines {
  let headings = 0;
  const inside = new Uint8Array(lines.length);
  let level = 0;
  let about = false;
  let code = false;
  for (let n = 0; n < lines.length; n++) {
    const line = (lines[n] ?? "").slice(0, 500);
    if (/^\s{0,3}(?:```|~~~)/.test(line)) code = !code;
    const heading = code ? undefined : headingAt(line, (lines[n + 1] ?? "").slice(0, 200));
    if (heading !== undefined) {
      headings++;
      if (!about || heading.level <= level || ABOUT_OTHERS.test(heading.title)) {
        about = ABOUT_LICENSE.test(heading.title) && !ABOUT_OTHERS.test(heading.title);
        level = heading.level;
      }
    }
    if ((about && !code) || LICENSE_LINE.test(line)) inside[n] = 1;
  }
  return { inside, headings };
}

function headingAt(line: string, next: string): { level: number; title: string } | undefined {
  const hash = HEADING.exec(line);
  // A tag in a comment is no heading.
  if (/SPDX-/.test(line)) return undefined;
  if (hash) return { level: hash[1]?.length ?? 1, title: hash[2] ?? "" };
  const html = HTML_HEADING.exec(line);
  if (html) return { level: Number(html[1]), title: html[2] ?? "" };
  if (UNDERLINE.test(next) && line.trim() !== "" && line.length < 120 && !line.includes("|")) {
    return { level: next.includes("=") ? 1 : 2, title: line };
  }
  const bold = BOLD_LINE.exec(line);
  return bold ? { level: 6, title: bold[1] ?? "" } : undefined;
}
