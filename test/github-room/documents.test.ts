import { globSync, readFileSync } from "node:fs";
import { schema } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { blobsDocument, readDocument, type WriteField, writeDocument } from "../../src/github/documents.ts";

const github = buildSchema(schema.idl, { assumeValid: true });
const problems = (document: string) => validate(github, parse(document)).map(({ message }) => message);
const folder = new URL("../../src/github/", import.meta.url);
const shared = readFileSync(new URL("repository-parts.graphql", folder), "utf8");

describe("a GraphQL document", () => {
  it.each(globSync("*.graphql", { cwd: folder }))("%s asks for what GitHub's schema has", (file) => {
    const own = readFileSync(new URL(file, folder), "utf8");
    // Two documents share one fragment, and are sent with it.
    const text = own.includes("...RepositoryParts") ? own + shared : own;
    // Fragments for the aliases that are put in at the mark stand unused in the file itself.
    expect(problems(text).filter((message) => !/^Fragment ".*" is never used/.test(message))).toEqual([]);
  });

  it("that reads blobs and pull requests fits the schema however many there are", () => {
    const ids = Array.from({ length: 250 }, (_, i) => i.toString(16).padStart(40, "0"));
    expect(problems(readDocument([], []))).toEqual([]);
    expect(problems(readDocument(ids, [1, 22]))).toEqual([]);
    expect(problems(blobsDocument(ids))).toEqual([]);
  });

  it("cannot be widened through an object id", () => {
    expect(() => readDocument(['") { id } evil: node(id: "'], [])).toThrow("not a git object id");
    expect(() => blobsDocument(["abc"])).toThrow("not a git object id");
  });

  it("that writes fits the schema with every kind of write, each with its own variable", () => {
    const fields: WriteField[] = [
      "createCheckRun",
      "addComment",
      "updateIssueComment",
      "deleteIssueComment",
      "addReaction",
    ];
    const writes = fields.flatMap((field) => [1, 2].map((n) => ({ alias: `${field}${n}`, field, input: { n } })));
    const { document, variables } = writeDocument(writes);
    expect(problems(document)).toEqual([]);
    expect(Object.keys(variables)).toEqual(writes.map(({ alias }) => alias));
    expect(variables.addComment2).toEqual({ n: 2 });
  });
});
