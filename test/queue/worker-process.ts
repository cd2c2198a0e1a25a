/** A process that works on a queue until it is killed: `node worker-process.ts URL DATA_DIR`. It says what it begins. */
import { openDatabase } from "../../src/database/open.ts";
import { DurableQueue } from "../../src/queue/durable-queue.ts";

const [url = "", dataDir = ""] = process.argv.slice(2);
const database = await openDatabase({ url, dataDir });
const queue = await DurableQueue.open<string>(database, {
  merge: (a, b) => `${a}+${b}`,
  onGiveUp: () => undefined,
  concurrency: 1,
});
if (url === "") {
  await queue.add("d1", [{ key: "a", lane: "lane", group: "g", value: "a" }]);
  await queue.add("d2", [{ key: "b", lane: "lane", group: "g", value: "b" }]);
}
queue.start(async (value) => {
  console.log(value);
  await new Promise(() => undefined);
});
