import { say } from "../../../messages/said.ts";
import type { Facts } from "../../facts.ts";
import { areaOf } from "../../files/area.ts";
import type { RoleMark, SourceFile, SourceRole } from "../../source/source.ts";
import type { Evidence } from "../artifact.ts";
import { leave } from "./considered.ts";
import { inTree } from "./findings.ts";

/** Source files of the release itself (not vendored, not tests) with a strong mark of one of the roles. */
export function doing(
  facts: Facts,
  roles: readonly SourceRole[],
  strength: "strong" | "weak" = "strong",
): { file: SourceFile; mark: RoleMark }[] {
  return facts.sources.flatMap((file) => {
    const area = areaOf(file.path);
    const marks = file.roles.filter(({ role }) => roles.includes(role));
    const mark = marks.find((one) => strength === "weak" || one.strength === "strong");
    if (mark !== undefined && area !== "vendored" && area !== "test") return [{ file, mark }];
    const [seen] = mark === undefined ? marks : [mark];
    if (seen !== undefined) {
      leave(
        facts,
        { path: file.path, sha: file.sha, lines: [seen.line, seen.line] },
        mark === undefined
          ? say("leftOut.helperOnly", seen.what)
          : say(area === "test" ? "leftOut.testsCode" : "leftOut.vendoredCode", seen.what),
      );
    }
    return [];
  });
}

/** Evidence for source files, each at the line that shows it. */
export function sourceEvidence(rule: string, found: readonly { file: SourceFile; mark: RoleMark }[]): Evidence[] {
  return found.map(({ file, mark }) => inTree(rule, file, [mark.line, mark.line]));
}
