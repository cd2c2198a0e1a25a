import { expect, it } from "vitest";
import { factOf, type RemoteFact } from "../../src/evidence/remote/fact.ts";
import { describeStores } from "./engines.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

const factWith = (name: string, at: Date): RemoteFact =>
  factOf({ kind: "zenodo", id: "7" }, { state: "verified", reason: "proven", license: { name } }, at);

describeStores("what other hosts said", (test) => {
  it("is known to every process, with its date, and the last word counts", async () => {
    await test.open().rememberRemoteFacts(new Map([["zenodo:7", factWith("mit", test.today)]]));
    const later = factWith("cc-by-4.0", new Date(test.today.getTime() + 1_000));
    await test.open().rememberRemoteFacts(new Map([["zenodo:7", later]]));
    const known = await test.open().remoteFacts(["zenodo:7", "zenodo:8"]);
    expect([...known]).toEqual([["zenodo:7", later]]);
    expect(await test.open().remoteFacts([])).toEqual(new Map());
  });

  it("is kept whatever its words are", async () => {
    const facts = new Map(
      HOSTILE_TEXTS.filter((text) => text.length <= 300).map((text, at) => [
        `zenodo:${at + 1}`,
        factWith(text, test.today),
      ]),
    );
    await test.open().rememberRemoteFacts(facts);
    expect((await test.open().remoteFacts([...facts.keys()])).size).toBe(facts.size);
  });

  it("is forgotten when nobody asked for ninety days", async () => {
    const store = test.open();
    await store.rememberRemoteFacts(new Map([["zenodo:7", factWith("mit", test.today)]]));
    await store.prune(new Date(test.today.getTime() + 80 * 86_400_000));
    expect((await test.open().remoteFacts(["zenodo:7"])).size).toBe(1);
    await store.prune(new Date(test.today.getTime() + 100 * 86_400_000));
    expect((await test.open().remoteFacts(["zenodo:7"])).size).toBe(0);
  });
});
