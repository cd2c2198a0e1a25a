/** Every form that a report can be given out in. Command line, help and documents are driven by this list. */
import { jsonFace } from "../json.ts";
import { markdownFace } from "../markdown.ts";
import type { Report } from "../schema.ts";
import { textFace } from "../text.ts";
import { badgeFace } from "./badge.ts";
import type { FormatContext } from "./context.ts";
import { cyclonedxFace } from "./cyclonedx.ts";
import { htmlFace } from "./html.ts";
import { inTotoFace } from "./in-toto.ts";
import { junitFace } from "./junit.ts";
import { mofFace } from "./mof.ts";
import { sarifFace } from "./sarif.ts";
import { spdxFace } from "./spdx.ts";
import { svgFace } from "./svg.ts";

export interface Format {
  /** What `--format` takes. */
  readonly name: string;
  /** What it is, in half a line. */
  readonly summary: string;
  /** How a file of it is usually named, after the dot. */
  readonly extension: string;
  /** Pure: the same report and context give the same text, which ends with a line break. Never throws. */
  readonly render: (report: Report, context: FormatContext) => string;
}

const format = (name: string, extension: string, summary: string, render: Format["render"]): Format => ({
  name,
  extension,
  summary,
  render: (report, context) => `${render(report, context).replace(/\n$/, "")}\n`,
});

/** In the order of the help: for people first. */
export const FORMATS: readonly Format[] = [
  format("text", "txt", "for a terminal", (report, { colour }) => textFace(report, { colour: colour === true })),
  format("json", "json", "the whole report", jsonFace),
  format("markdown", "md", "a page in Markdown", (report, { serverUrl }) => markdownFace(report, serverUrl)),
  format("html", "html", "one page to read, keep and print", htmlFace),
  format("mof", "yml", "Model Openness Tool file (YAML)", mofFace),
  format("cyclonedx", "cdx.json", "CycloneDX 1.7 bill of materials (ML-BOM)", cyclonedxFace),
  format("spdx", "spdx3.json", "SPDX 3.0.1 with AI and data set packages", spdxFace),
  format("sarif", "sarif", "SARIF 2.1.0 for code scanning", sarifFace),
  format("in-toto", "intoto.json", "the verdict as an unsigned in-toto statement", inTotoFace),
  format("junit", "xml", "JUnit XML for build servers", junitFace),
  format("badge", "badge.json", "badge for shields.io (endpoint JSON)", badgeFace),
  format("svg", "svg", "badge as a picture", svgFace),
];

export const formatNamed = (name: string): Format | undefined => FORMATS.find((known) => known.name === name);
