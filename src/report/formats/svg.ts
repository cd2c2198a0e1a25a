/** The badge as a picture that needs no other host, with a title for those who hear it. */
import type { Report } from "../schema.ts";
import { badgeOf } from "./badge.ts";
import { xml } from "./xml.ts";

/** Widths of Verdana 11 px, roughly; `textLength` makes the words fit exactly. */
const widthOf = (words: string): number =>
  Math.ceil([...words].reduce((sum, sign) => sum + (/[ .,il·I|]/.test(sign) ? 4 : /[mwMW]/.test(sign) ? 10.5 : 7), 0));

const PADDING = 7;

/** Draws it, with a line break at the end. */
export function svgFace(report: Report): string {
  const { label, message, color } = badgeOf(report);
  const [first, second] = [widthOf(label), widthOf(message)];
  const [left, right] = [first + 2 * PADDING, second + 2 * PADDING];
  const title = xml(`${label}: ${message}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">
  <title>${title}</title>
  <clipPath id="c"><rect width="${left + right}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#c)">
    <rect width="${left}" height="20" fill="#333"/>
    <rect x="${left}" width="${right}" height="20" fill="#${color}"/>
  </g>
  <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" text-rendering="geometricPrecision">
    <text x="${PADDING}" y="14" textLength="${first}" lengthAdjust="spacingAndGlyphs">${xml(label)}</text>
    <text x="${left + PADDING}" y="14" textLength="${second}" lengthAdjust="spacingAndGlyphs">${xml(message)}</text>
  </g>
</svg>
`;
}
