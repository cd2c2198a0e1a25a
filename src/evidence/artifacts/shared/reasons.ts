import { type Said, say } from "../../../messages/said.ts";

/** Why evidence of a rule counts. Results are told apart by the tool that wrote them; the reason is one. */
export const takenBecause = (rule: string): Said =>
  say(`taken.${rule.startsWith("results-by-") ? "results-by-tool" : rule}`);
