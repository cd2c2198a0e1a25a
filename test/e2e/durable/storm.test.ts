import { expect, it } from "vitest";
import type { FaultKind } from "../../github/faults.ts";
import { setStage } from "../stage.ts";
import { addLaboratories, deliverAll, type Sent } from "./laboratories.ts";

/** All that can go wrong on the way. What GitHub may answer instead (gone, or cut short) is no accident, and is told as it is. */
const KINDS: readonly FaultKind[] = [
  "secondary-limit",
  "rate-limited",
  "graphql-rate-limited",
  "bad-gateway-before",
  "bad-gateway-after",
  "slow",
  "reset",
  "reset-after",
  "unauthorized",
  "field-error",
];

const REPOSITORIES = 12;

/** The same numbers each time (Park and Miller's generator): what fails can be looked at again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it.each(["postgres", "embedded"] as const)(
  "when every fifth request fails, before or after it takes effect, there still is one of each (%s)",
  { timeout: 120_000 },
  async (engine) => {
    const { github, app } = await setStage({ engine, backoff: () => 30 });
    const laboratories = await addLaboratories(github, REPOSITORIES);
    github.storm({ rate: 0.2, kinds: KINDS, random: seeded(20_261), milliseconds: 30, retryAfter: 0 });
    const sent: Sent = { accepted: 0, refused: 0 };
    await deliverAll(github, laboratories.happenings(REPOSITORIES * 6), sent);
    await app.idle();
    await laboratories.remove();
    expect(sent).toEqual({ accepted: REPOSITORIES * 6, refused: 0 });
    expect([...github.struck.keys()].toSorted()).toEqual(KINDS.toSorted());
    expect(laboratories.problems()).toEqual([]);
    expect(github.violations).toEqual([]);
  },
);
