/** A person's command, and a process that dies when it has carried it out and not yet said so. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { freshDatabase, hasPostgres } from "../../database/postgres.ts";
import { scratchRepository } from "../../github/scratch.ts";
import { startGitHub } from "../../github/server.ts";
import { MODEL, manifest } from "../stage.ts";
import { freePort, startApp, untilNothingIsOwed } from "./app-process.ts";

/** A door that the test holds shut: what is owed cannot be struck out while it is. */
const DOOR = 7_042;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function setScene() {
  const { default_permissions: permissions, default_events: events } = manifest();
  const github = await startGitHub({ permissions, events });
  const git = await scratchRepository();
  await git.commit(MODEL);
  const repository = await github.addRepository({ owner: "lab", name: "tiny", gitDir: git.directory });
  github.updateRef(repository, "feature", await git.commit({ "a.txt": "1" }, { branch: "feature", from: "main" }));
  const pull = github.openPullRequest({ repository, head: "feature", author: "author" });
  const { url, close } = await freshDatabase();
  const port = await freePort();
  github.setWebhook(`http://127.0.0.1:${port}/api/github/webhooks`);
  onTestFinished(async () => {
    await github.close();
    await close();
    await git.remove();
  });
  const start = async () => {
    const app = startApp("serve", { ...github.environment, DATABASE_URL: url, REMOTE: "off", PORT: String(port) });
    onTestFinished(async () => void (await app.end("SIGKILL")));
    await app.listening();
    return app;
  };
  return { github, repository, pull, url, port, start };
}

describe.skipIf(!hasPostgres)("a command", () => {
  it("is not too soon after itself where the process died before it said that it was done", {
    timeout: 120_000,
  }, async () => {
    const { github, repository, pull, url, port, start } = await setScene();
    const first = await start();
    const database = await connect(url);
    await database.query("SELECT pg_advisory_lock($1)", [DOOR]);
    await database.query(`CREATE FUNCTION wait_at_the_door() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${DOOR}); RETURN OLD; END $$`);
    await database.query(`CREATE TRIGGER door BEFORE DELETE ON openness.owed
      FOR EACH ROW EXECUTE FUNCTION wait_at_the_door()`);
    const comment = github.comment({ repository, number: pull.number, body: "/openness", login: "author" });
    await github.deliver("issue_comment", github.payloads.issueComment(comment));
    const isRecorded = async () => (await database.query("SELECT 1 FROM openness.commands")).rowCount === 1;
    for (const end = Date.now() + 30_000; !(await isRecorded()); await sleep(20))
      if (Date.now() > end) throw new Error(`the command was not carried out:\n${first.output().slice(-2_000)}`);
    await first.end("SIGKILL");
    // What waits at the door for a process that is gone would still come through.
    await database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    expect((await database.query("SELECT 1 FROM openness.owed")).rowCount, "it is still owed").toBe(1);
    await database.query("DROP TRIGGER door ON openness.owed");
    await database.query("SELECT pg_advisory_unlock($1)", [DOOR]);

    await start();
    expect((await untilNothingIsOwed(port, 60_000)).dead).toBe(0);
    expect(comment.reactions.map(({ content }) => content)).toEqual(["+1"]);
    expect(github.appComments).toEqual([
      expect.objectContaining({ body: expect.stringContaining("openness:comment v1") }),
    ]);
    expect((await database.query("SELECT 1 FROM openness.commands")).rowCount).toBe(1);
    expect(github.violations).toEqual([]);
  });
});
