import { schema } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { limitFrom, limitOf, nextPage } from "../../src/github/limit.ts";
import { frontPagesDocument } from "../../src/github/repository-documents.ts";

describe("a rate limit", () => {
  it("is read from the headers of an answer, and from GraphQL's own account", () => {
    const headers = { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "17", "x-ratelimit-reset": 1042 };
    expect(limitOf(headers)).toEqual({ limit: 5000, remaining: 17, resetAt: 1_042_000 });
    expect(limitFrom({ limit: 5000, remaining: 17, resetAt: "1970-01-01T00:17:22Z" })).toEqual(limitOf(headers));
  });

  it("is none where GitHub keeps none, or says something else", () => {
    expect(limitOf({})).toBeUndefined();
    expect(
      limitOf({ "x-ratelimit-limit": "x", "x-ratelimit-remaining": "1", "x-ratelimit-reset": "1" }),
    ).toBeUndefined();
    expect(limitFrom(null)).toBeUndefined();
    expect(limitFrom({ limit: 1, remaining: 1, resetAt: "soon" })).toBeUndefined();
  });
});

describe("the next page", () => {
  it("is what the Link header's next address asks for, whatever host it names", () => {
    const link =
      '<https://api.example/x?page=1>; rel="prev", <https://evil.example/x?per_page=100&cursor=v1_7>; rel="next"';
    expect(nextPage(link)).toEqual({ per_page: "100", cursor: "v1_7" });
  });

  it("is none after the last one, and in a header that is none", () => {
    for (const link of [
      undefined,
      7,
      "",
      '<https://api.example/x?page=1>; rel="prev"',
      '<nonsense>; rel="next"',
      "<<<,;;",
    ])
      expect(nextPage(link)).toBeUndefined();
  });
});

describe("the document for front pages", () => {
  const github = buildSchema(schema.idl, { assumeValid: true });
  const oid = "a".repeat(40);

  it("fits GitHub's schema for many repositories with several pages each", () => {
    const wanted = Array.from({ length: 50 }, (_, index) => ({ nodeId: `R_kgDO${index}`, oids: [oid, oid] }));
    expect(validate(github, parse(frontPagesDocument(wanted)))).toEqual([]);
  });

  it("cannot be widened through an id", () => {
    const evil = '") { id } evil: node(id: "';
    expect(() => frontPagesDocument([{ nodeId: evil, oids: [oid] }])).toThrow("not a node id");
    expect(() => frontPagesDocument([{ nodeId: "R_1", oids: [evil] }])).toThrow("not a git object id");
  });
});
