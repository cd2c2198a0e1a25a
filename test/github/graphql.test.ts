import { describe, expect, it } from "vitest";
import { setBench } from "./client.ts";
import { nodeId } from "./node-id.ts";

const READ = `query ($expression: String!) {
  repository(owner: "lab", name: "model") {
    object(expression: $expression) { __typename ... on Blob { byteSize isBinary isTruncated text } ... on Commit { tree { oid } } }
  }
}`;

const WRITE = `mutation ($check: CreateCheckRunInput!, $comment: AddCommentInput!) {
  createCheckRun(input: $check) { checkRun { databaseId conclusion } }
  addComment(input: $comment) { commentEdge { node { databaseId viewerDidAuthor author { login } } } }
}`;

describe("reading over GraphQL", () => {
  it("gives text, cuts it at 512,000 bytes within no character, and gives none of binaries", async () => {
    const long = "é".repeat(300_000);
    const { github, query } = await setBench({
      "a.md": "text\n",
      "b.bin": new Uint8Array([1, 0, 2]),
      "c.txt": `x${long}`,
    });
    const read = async (path: string) =>
      (await query(READ, { expression: `HEAD:${path}` })).json.data.repository.object;
    expect(await read("a.md")).toMatchObject({ byteSize: 5, isBinary: false, isTruncated: false, text: "text\n" });
    expect(await read("b.bin")).toMatchObject({ isBinary: true, text: null });
    const cut = await read("c.txt");
    expect([cut.byteSize, cut.isTruncated, cut.text.length]).toEqual([600_001, true, 256_000]);
    expect(cut.text).not.toContain("\ufffd");
    expect(await read("missing")).toBeNull();
    expect(github.violations).toEqual([]);
  });

  it("cuts blobs on demand", async () => {
    const { github, query } = await setBench({ "a.md": "0123456789" });
    github.fault({ match: { graphql: "repository" }, kind: "truncated-blob" });
    const { object } = (await query(READ, { expression: "HEAD:a.md" })).json.data.repository;
    expect(object).toMatchObject({ isTruncated: true, text: "01234" });
  });

  it("names what it does not find in GitHub's way", async () => {
    const { query } = await setBench();
    const { json, status } = await query('{ repository(owner: "lab", name: "none") { id } rateLimit { cost } }');
    expect(status).toBe(200);
    expect(json.data).toEqual({ repository: null, rateLimit: { cost: 1 } });
    expect(json.errors[0]).toMatchObject({
      type: "NOT_FOUND",
      path: ["repository"],
      message: "Could not resolve to a Repository with the name 'lab/none'.",
    });
  });

  it("pages comments from either end", async () => {
    const { github, query, repository } = await setBench();
    const { number } = github.openPullRequest({ repository, head: "main" });
    for (let i = 0; i < 5; i += 1) github.comment({ repository, number, body: String(i) });
    const comments = async (page: string) =>
      (
        await query(`{ repository(owner: "lab", name: "model") { pullRequest(number: 1) {
        comments(${page}) { nodes { body } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`)
      ).json.data.repository.pullRequest.comments;
    const bodies = ({ nodes }: { nodes: { body: string }[] }) => nodes.map(({ body }) => body).join("");
    const first = await comments("first: 2");
    expect([bodies(first), first.pageInfo.hasNextPage]).toEqual(["01", true]);
    expect(bodies(await comments(`first: 2, after: "${first.pageInfo.endCursor}"`))).toBe("23");
    const last = await comments("last: 2");
    expect([bodies(last), last.pageInfo.hasPreviousPage]).toEqual(["34", true]);
    expect(bodies(await comments(`last: 2, before: "${last.pageInfo.startCursor}"`))).toBe("12");
  });

  it("shows what the App wrote as the viewer's", async () => {
    const { github, query, repository } = await setBench();
    const pull = github.openPullRequest({ repository, head: "main", authorAssociation: "MEMBER" });
    github.comment({ repository, number: pull.number, body: "mine", login: "ada" });
    github.world.addComment(pull, github.world.bot, "ours", "NONE");
    const { json } = await query(`{ repository(owner: "lab", name: "model") { pullRequest(number: 1) {
      authorAssociation headRefOid comments(last: 10) { nodes { viewerDidAuthor isMinimized fullDatabaseId author { __typename login } } } } } }`);
    const { nodes } = json.data.repository.pullRequest.comments;
    expect(nodes.map((one: Record<string, unknown>) => [one.viewerDidAuthor, one.author])).toEqual([
      [false, { __typename: "User", login: "ada" }],
      [true, { __typename: "Bot", login: "openness" }],
    ]);
  });
});

describe("a document that GitHub's schema does not allow", () => {
  it.each([
    ["an unknown field", '{ repository(owner: "lab", name: "model") { colour } }'],
    ["no document", "{"],
    ["a variable that is missing", "query ($id: ID!) { node(id: $id) { id } }"],
    ["a page of 101", '{ repository(owner: "lab", name: "model") { pullRequests(first: 101) { nodes { id } } } }'],
    ["a page without a size", '{ repository(owner: "lab", name: "model") { pullRequests { nodes { id } } } }'],
  ])("(%s) is recorded", async (_, document) => {
    const { github, query } = await setBench();
    const { json } = await query(document);
    expect(json.errors.length).toBeGreaterThan(0);
    expect(github.violations.length).toBeGreaterThan(0);
  });
});

describe("writing over GraphQL", () => {
  async function withPull() {
    const bench = await setBench();
    const pull = bench.github.openPullRequest({ repository: bench.repository, head: "main" });
    const check = {
      repositoryId: nodeId("R", bench.repository.id),
      name: "Openness",
      headSha: bench.head,
      status: "COMPLETED",
      conclusion: "NEUTRAL",
      externalId: "e",
      output: { title: "t", summary: "s" },
    };
    return { ...bench, check, comment: { subjectId: nodeId("PR", pull.id), body: "hello" } };
  }

  it("makes a check run and a comment in one request", async () => {
    const { check, comment, github, query } = await withPull();
    const { json } = await query(WRITE, { check, comment });
    expect(json.errors).toBeUndefined();
    expect(json.data.addComment.commentEdge.node).toMatchObject({
      viewerDidAuthor: true,
      author: { login: "openness" },
    });
    expect(github.checkRuns[0]).toMatchObject({ conclusion: "neutral", externalId: "e", status: "completed" });
    expect(github.requests.map(({ operation }) => operation)).toEqual(["mutation createCheckRun addComment"]);
    expect(github.violations).toEqual([]);
  });

  it("may fail in one field after another took effect", async () => {
    const { check, comment, github, query } = await withPull();
    github.fault({ match: { graphql: "addComment" }, kind: "field-error" });
    const { json, status } = await query(WRITE, { check, comment });
    expect(status).toBe(200);
    expect(json.data.addComment).toBeNull();
    expect(json.errors[0].path).toEqual(["addComment"]);
    expect([github.checkRuns.length, github.appComments.length]).toEqual([1, 0]);
  });

  it("fails in the field whose subject is gone, and in no other", async () => {
    const { check, comment, github, query } = await withPull();
    const { json } = await query(WRITE, { check: { ...check, repositoryId: nodeId("R", 1) }, comment });
    expect(json.errors[0]).toMatchObject({ type: "NOT_FOUND", path: ["createCheckRun"] });
    expect(github.appComments).toHaveLength(1);
  });

  it("keeps to the limits", async () => {
    const { check, comment, github, query } = await withPull();
    const location = { startLine: 1, endLine: 1 };
    const one = { path: "a", location, annotationLevel: "NOTICE", message: "m" };
    const output = { ...check.output, annotations: Array.from({ length: 51 }, () => one) };
    const { json } = await query(WRITE, {
      check: { ...check, output },
      comment: { ...comment, body: "x".repeat(65_537) },
    });
    expect(json.errors).toHaveLength(2);
    expect(github.violations.map(({ kind, where }) => [kind, where])).toEqual([
      ["limit", "createCheckRun"],
      ["limit", "addComment"],
    ]);
  });

  it("edits and deletes comments and reacts to them", async () => {
    const { comment, github, query } = await withPull();
    await query("mutation ($i: AddCommentInput!) { addComment(input: $i) { clientMutationId } }", { i: comment });
    const id = nodeId("IC", github.appComments[0]!.id);
    const { json } = await query(
      `mutation ($id: ID!) {
        updateIssueComment(input: { id: $id, body: "new" }) { issueComment { body lastEditedAt } }
        addReaction(input: { subjectId: $id, content: EYES }) { reaction { content } }
        removeReaction(input: { subjectId: $id, content: EYES }) { reaction { content } }
        deleteIssueComment(input: { id: $id, clientMutationId: "last" }) { clientMutationId }
      }`,
      { id },
    );
    expect(json.errors).toBeUndefined();
    expect(json.data.updateIssueComment.issueComment.body).toBe("new");
    expect(json.data.deleteIssueComment).toEqual({ clientMutationId: "last" });
    expect(github.appComments).toEqual([]);
  });
});
