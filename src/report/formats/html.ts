/**
 * The report as one page for due diligence: it loads nothing, runs nothing and prints well. A policy for content in the
 * page itself forbids everything but its own style.
 */
import { createHash } from "node:crypto";
import { spoken, spokenAs } from "../../messages/said.ts";
import { messagesOf, spokenAll } from "../language.ts";
import { proposedSentences, sourceWords, waiversOf } from "../markdown/policy.ts";
import type { Report } from "../schema.ts";
import { swhidsOf } from "../swhids.ts";
import { sentencesOf, titleOf } from "../verdict.ts";
import { type FormatContext, timestampOf } from "./context.ts";
import { descriptionSection } from "./html/description.ts";
import { frameworkTables } from "./html/frameworks.ts";
import { modelTable } from "./html/models.ts";
import {
  artifactTables,
  evidenceSections,
  findingList,
  findingsOf,
  type Html,
  licenseFileList,
  linkTo,
  remedyList,
  type Sheet,
} from "./html/parts.ts";
import { remoteList } from "./html/remote.ts";
import { STYLE } from "./html/style.ts";
import { fullName, repositoryUrl } from "./subject.ts";
import { xml } from "./xml.ts";

/** The style is allowed by its digest (CSP level 3, section 2.3.1), so that no other style is. */
const STYLE_DIGEST = createHash("sha256").update(STYLE).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;

/** Draws the page, with a line break at the end. */
export function htmlFace(report: Report, context: FormatContext): string {
  const messages = messagesOf(report);
  const sheet: Sheet = { report, context, messages };
  const title = messages.page.title(fullName(report));
  return `<!DOCTYPE html>
<html lang="${messages.page.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${xml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${xml(title)}</h1>
${subjectList(sheet)}
</header>
<main>
${verdict(sheet)}
${report.isModelRepository ? body(sheet) : ""}
</main>
</body>
</html>
`;
}

function subjectList({ report, context, messages }: Sheet): Html {
  const { subject, tool } = report;
  const sources = sourceWords(report, messages, (word, max) => `<code>${xml(word, max)}</code>`);
  const address = repositoryUrl(report, context);
  const { page } = messages;
  const swhids = swhidsOf(report);
  const entries: readonly (readonly [string, Html])[] = [
    ...(address === undefined ? [] : [[page.repository, linkTo(address, address)] as const]),
    ...(subject.commit === null ? [] : [[page.commit, `<code>${xml(subject.commit, 64)}</code>`] as const]),
    [page.tree, `<code>${xml(subject.tree, 64)}</code>`],
    ...swhids.map((id) => ["Software Heritage", `<code>${xml(id, 64)}</code>`] as const),
    [page.auditedBy, xml(page.auditor(tool.version.slice(0, 40), tool.rules.slice(0, 40)), 200)],
    [page.made, xml(timestampOf(context.created))],
    [page.policy, sources.length === 0 ? page.defaults : sources.join(", ")],
  ];
  return `<dl>${entries.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("\n")}</dl>`;
}

function verdict({ report, messages }: Sheet): Html {
  const { subject, policy } = report;
  const { face } = messages;
  const sentences = report.isModelRepository
    ? sentencesOf(report, messages)
    : [face.notAModel, spokenAs(messages, report.isModelRepositoryBecause, report.isModelRepositoryBecauseSaid)];
  const blind = subject.complete
    ? ""
    : `<p class="warn">? ${xml(face.incomplete, 300)}</p>${list(spokenAll(messages, subject.blindSpots, subject.blindSpotsSaid))}`;
  const waivers = waiversOf(report).map((waiver) => spoken(messages, waiver));
  const proposed = proposedSentences(report, messages);
  const met = policy.met
    ? ""
    : `<p class="bad">✗ ${xml(face.policyFailed)}</p>${list(spokenAll(messages, policy.reasons, policy.reasonsSaid))}`;
  return `<section class="verdict" aria-label="${messages.page.verdict}">
<p><strong>${xml(titleOf(report, messages))}</strong></p>
${sentences.map((sentence) => `<p>${xml(sentence, 1500)}</p>`).join("\n")}
${blind}${met}${waivers.length === 0 ? "" : list(waivers)}${proposed.map((one) => `<p class="warn">! ${xml(one, 800)}</p>`).join("\n")}</section>`;
}

const list = (items: readonly string[]): Html =>
  `<ul>${items
    .slice(0, 50)
    .map((item) => `<li>${xml(item, 600)}</li>`)
    .join("\n")}</ul>`;

function body(sheet: Sheet): Html {
  const { report, messages } = sheet;
  const { face, page } = messages;
  const { nextClass, missingForNext, mot } = report.mof;
  const section = (title: string, content: Html, isShown = true): Html =>
    isShown ? `<section class="sources"><h2>${xml(title)}</h2>\n${content}</section>` : "";
  return [
    section(messages.models.heading, modelTable(sheet), (report.models ?? []).length > 1),
    `<section><h2>${page.artifacts}</h2>\n${artifactTables(sheet)}</section>`,
    section(face.problems, findingList(sheet), findingsOf(sheet).length > 0),
    section(nextClass === null ? "" : face.remediesFor(nextClass), remedyList(sheet), missingForNext.length > 0),
    section(face.evidence, evidenceSections(sheet)),
    section(messages.remote.heading, remoteList(sheet), (report.remote?.facts ?? []).length > 0),
    section(face.licenseFiles, licenseFileList(sheet), report.licenseFiles.length > 0),
    section(page.card, descriptionSection(sheet), report.modelDescription !== undefined),
    section(messages.frameworkFace.title, frameworkTables(sheet), Object.keys(report.frameworks).length > 0),
    section(
      face.motTitle,
      `<p>${xml(mot.label)}</p>${mot.differences.length === 0 ? "" : list(spokenAll(messages, mot.differences, mot.differencesSaid))}`,
    ),
  ].join("\n");
}
