import { expect, it } from "vitest";
import { describeStores } from "./engines.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 12, minute));

describeStores("commands in the store", (test) => {
  it("are told by their times, newest first, for their pull request alone", async () => {
    const store = test.open();
    await store.rememberCommand(41, 1, at(1));
    await store.rememberCommand(41, 1, at(2), "IC_a 0");
    await store.rememberCommand(41, 2, at(3), "IC_b 0");
    expect(await test.open().commands(41, 1)).toEqual([at(2), at(1)]);
  });

  it("that are carried out again count from their first time, and not against themselves", async () => {
    const store = test.open();
    await store.rememberCommand(42, 1, at(1), "IC_a 0");
    await store.rememberCommand(42, 1, at(5), "IC_a 0");
    await store.rememberCommand(42, 1, at(2), "IC_a 1");
    expect(await store.commands(42, 1)).toEqual([at(2), at(1)]);
    expect(await store.commands(42, 1, "IC_a 0")).toEqual([at(2)]);
    expect(await store.commands(42, 1, "IC_c 0")).toEqual([at(2), at(1)]);
  });

  it("without a name count each time, whoever asks", async () => {
    const store = test.open();
    for (const minute of [1, 2]) await store.rememberCommand(43, 1, at(minute));
    expect(await store.commands(43, 1, "IC_a 0")).toEqual([at(2), at(1)]);
  });
});
