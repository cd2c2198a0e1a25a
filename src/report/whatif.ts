/** What another license would do, for a terminal. Everything from the repository passes `visible`. */
import type { ArtifactWhatIf, WhatIf } from "../frameworks/whatif.ts";
import { en, type Messages } from "../messages/en.ts";
import { padded } from "./columns.ts";
import { visible } from "./markdown/escape.ts";
import { restrictionWords } from "./verdict.ts";

const NAME_WIDTH = 32;
const SIDE_WIDTH = 40;
const MARKS = { gains: "+", loses: "-", none: " " } as const;

/** Draws both classes and every artifact that is there, with a line break at the end. */
export function whatIfFace({ license, before, after, artifacts }: WhatIf, messages: Messages = en): string {
  const { whatIf, className } = messages;
  const there = artifacts.filter(({ reach }) => reach !== "not-there");
  const limits = restrictionWords(
    license.limits.map((category) => ({ category })),
    messages,
  );
  const lacking = after.missingForNext.map(({ id, why }) =>
    messages.verdict.missing(messages.artifact[id], messages.state[why]),
  );
  const lines = [
    whatIf.title(visible(license.id, 80), className(before.class), className(after.class)),
    whatIf.license[`${license.open}`](visible(license.id, 80), limits),
    "",
    ...there.map((artifact) => rowLine(artifact, messages)),
    "",
    ...(after.nextClass === null ? [] : [whatIf.lacking(after.nextClass, lacking)]),
    ...(after.tool.class === after.class ? [] : [whatIf.tool(className(after.tool.class))]),
    ...(there.some(({ reach }) => reach === "relicensed-if-said") ? [whatIf.ifSaid] : []),
    ...(there.some(({ reach }) => reach === "theirs") ? [whatIf.theirs] : []),
    whatIf.owner,
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function rowLine({ id, reach, before, after, change }: ArtifactWhatIf, messages: Messages): string {
  const side = ({ state, license }: ArtifactWhatIf["before"]): string =>
    [messages.state[state], license === null ? "" : visible(license, 30)].filter((word) => word !== "").join(" · ");
  const sign = { relicensed: "", "relicensed-if-said": " ¹", theirs: " ²", "not-there": "" }[reach];
  return [
    MARKS[change],
    padded(messages.component[id], NAME_WIDTH),
    padded(side(before), SIDE_WIDTH),
    `→ ${side(after)}${sign}`,
  ].join(" ");
}
