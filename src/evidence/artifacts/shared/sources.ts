import type { Facts } from "../../facts.ts";
import { areaOf } from "../../files/area.ts";
import type { RoleMark, SourceFile, SourceRole } from "../../source/source.ts";
import type { Evidence } from "../artifact.ts";
import { inTree } from "./findings.ts";

/** Source files of the release itself (not vendored, not tests) with a strong mark of one of the roles. */
export function doing(
  facts: Facts,
  roles: readonly SourceRole[],
  strength: "strong" | "weak" = "strong",
): { file: SourceFile; mark: RoleMark }[] {
  return facts.sources.flatMap((file) => {
    const area = areaOf(file.path);
    if (area === "vendored" || area === "test") return [];
    const mark = file.roles.find(
      (role) => roles.includes(role.role) && (strength === "weak" || role.strength === "strong"),
    );
    return mark === undefined ? [] : [{ file, mark }];
  });
}

/** Evidence for source files, each at the line that shows it. */
export function sourceEvidence(rule: string, found: readonly { file: SourceFile; mark: RoleMark }[]): Evidence[] {
  return found.map(({ file, mark }) => inTree(rule, file, [mark.line, mark.line]));
}
