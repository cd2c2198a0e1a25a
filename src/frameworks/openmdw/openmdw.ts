/** OpenMDW, one license for all materials of a model: whether it covers them, and whether its text and notices go along. */
import { type Said, say } from "../../messages/said.ts";
import type { Framework, FrameworkRule, Material, Outcome } from "../framework.ts";
import { someOf } from "../freedoms/some-of.ts";
import { outcome } from "../looking.ts";
import { hasReadNotices, noticeIn } from "./notices.ts";
import { type OpenMdwUse, textFile, useOf, versionOf } from "./use.ts";

const REFERENCES = ["OpenMDW License Agreement, versions 1.0 and 1.1", "OpenMDW, answers to frequent questions"];
const ELSE = "Where a release is not under OpenMDW, the rule does not apply.";

type Declared = Pick<FrameworkRule, "title" | "asks" | "why" | "decides" | "remedy">;

const rule = (id: string, words: Declared, check: (material: Material, use: OpenMdwUse) => Outcome): FrameworkRule => ({
  id: `openmdw-${id}`,
  ...words,
  decides: `${words.decides} ${ELSE}`,
  effort: "minutes",
  references: REFERENCES,
  check: (material) => {
    const use = useOf(material);
    return use === undefined ? outcome("not-applicable", say("openmdw.notUsed")) : check(material, use);
  },
});

const version = rule(
  "version",
  {
    title: "A version of the agreement, unchanged",
    asks: "Is it said which version of OpenMDW is meant, and is its text unchanged?",
    why: "Version 1.1 also ends the rights of who sues over copyright, and a changed text may not bear the name.",
    decides:
      "It passes where every mention names version 1.0 or 1.1. It warns where a version is not named, and fails where the text was changed.",
    remedy:
      "Name OpenMDW-1.0, or LicenseRef-OpenMDW-1.1 where SPDX identifiers are used, and take the text as it is published.",
  },
  (_, { ids, files }) => {
    const evidence = files.map(({ path }) => ({ path, lines: [1, 1] as const }));
    if (ids.some((id) => id.includes("modified-"))) return outcome("fail", say("openmdw.changed"), evidence);
    const versions = [...new Set(ids.flatMap((id) => versionOf(id) ?? []))].toSorted();
    if (versions.length === 0 || ids.some((id) => id.endsWith("-family") && versions.length === 0))
      return outcome("warn", say("openmdw.noVersion"), evidence);
    return outcome("pass", say("openmdw.versions", versions), evidence);
  },
);

const covers = rule(
  "covers",
  {
    title: "All materials covered",
    asks: "Does OpenMDW cover everything that is released: model, code, data and documents?",
    why: "It was written so that one license serves all materials; what is under other terms has to be told apart.",
    decides:
      "It passes where every artifact that was found is under OpenMDW, or under another open license. It warns where something is under terms that are not open, and is undetermined where no terms were found for something: in a repository under OpenMDW what bears no other terms is presumed to be under it, and what lies elsewhere is not.",
    remedy: "Put the agreement's text at the root as LICENSE, and say which portions are under other terms.",
  },
  ({ components }, { under, beside }) => {
    const restricted = beside.filter((id) => components[id].license?.open === false);
    const untold = beside.filter((id) => components[id].license?.open == null);
    const others = beside.filter((id) => components[id].license?.open === true);
    const told: Said[] = [
      ...(under.length === 0 ? [] : [say("openmdw.under", someOf(under))]),
      ...(others.length === 0 ? [] : [say("openmdw.others", someOf(others))]),
      ...(restricted.length === 0 ? [] : [say("openmdw.restricted", someOf(restricted))]),
      ...(untold.length === 0 ? [] : [say("openmdw.untold", someOf(untold))]),
    ];
    const verdict = restricted.length > 0 ? "warn" : untold.length > 0 || under.length === 0 ? "undetermined" : "pass";
    return outcome(verdict, told.length === 0 ? say("openmdw.nothing") : say("openmdw.covers", told));
  },
);

const text = rule(
  "text",
  {
    title: "The text goes along",
    asks: "Does the release carry a copy of the agreement?",
    why: "Who passes the materials on has to keep a copy of the agreement, and needs one to keep.",
    decides:
      "License files are read for the agreement's title, grant, conditions and disclaimer. It warns where OpenMDW is named and no file that was read carries the text, while all of the tree was seen.",
    remedy: "Copy the agreement's text into a file LICENSE at the root.",
  },
  (material, use) => {
    const path = textFile(material, use);
    if (path !== undefined) return outcome("pass", say("openmdw.text"), [{ path, lines: [1, 1] }]);
    const wasSeen =
      material.facts.blindSpots.length === 0 &&
      use.files.every(({ path: file }) => material.facts.snapshot.contents.has(file));
    return outcome(wasSeen ? "warn" : "undetermined", say(wasSeen ? "openmdw.noText" : "openmdw.textUnread"));
  },
);

const notices = rule(
  "notices",
  {
    title: "Notices of copyright and origin",
    asks: "Does the release carry notices of copyright or origin?",
    why: "The agreement asks whoever passes the materials on to keep them; without any, origin is lost at the first copy.",
    decides:
      "The root's NOTICE, AUTHORS, LICENSE and README files are read for a notice. It warns where there is none in them, while all of them were read.",
    remedy: "Add a line such as Copyright 2026 NAME to LICENSE, README or NOTICE.",
  },
  ({ facts }) => {
    const notice = noticeIn(facts);
    if (notice !== undefined) return outcome("pass", say("openmdw.notice"), [notice]);
    return hasReadNotices(facts)
      ? outcome("warn", say("openmdw.noNotice"))
      : outcome("undetermined", say("openmdw.noticeUnread"));
  },
);

export const openmdw: Framework = {
  id: "openmdw",
  title: "OpenMDW",
  version: "1.1",
  rules: [version, covers, text, notices],
};
