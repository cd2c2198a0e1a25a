/**
 * Fails when an import goes up the flow: snapshot → evidence → license → frameworks → policy → report → commands → models → audit,
 * and only then the outside (github, queue, store, server, worker, app, command line). `messages` may be read by every room.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const FLOW = [
  "messages",
  "snapshot",
  "evidence",
  "license",
  "frameworks",
  "policy",
  "report",
  "commands",
  "models",
  "audit",
  "outside",
] as const;
const OUTSIDE = /^(github|remote|database|queue|store|upkeep|app|server|worker|intake|cli)(\/|\.ts$)/;

const root = resolve(import.meta.dirname, "..", "src");
const roomOf = (path: string): (typeof FLOW)[number] => {
  if (OUTSIDE.test(path)) return "outside";
  if (path === "audit.ts") return "audit";
  if (path === "version.ts") return "messages";
  const room = FLOW.find((name) => path.startsWith(`${name}/`));
  if (room === undefined) throw new Error(`src/${path} lies in no room: add its room to .ci/rooms.ts`);
  return room;
};

const wrong: string[] = [];
for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
  const from = roomOf(file);
  const text = readFileSync(join(root, file), "utf8");
  for (const [, target] of text.matchAll(/^(?:import|export)\s[^;]*?from\s+"(\.[^"]+)"/gm)) {
    const to = relative(root, resolve(root, dirname(file), target!));
    // The snapshot room's GitHub reader lives with the API code; nothing else may cross.
    if (to.startsWith("..")) continue;
    if (FLOW.indexOf(roomOf(to)) > FLOW.indexOf(from))
      wrong.push(`src/${file} (${from}) imports src/${to} (${roomOf(to)})`);
  }
}
if (wrong.length > 0) {
  console.error(`Imports against the flow:\n  ${wrong.join("\n  ")}`);
  process.exit(1);
}
console.log("rooms: every import follows the flow");
