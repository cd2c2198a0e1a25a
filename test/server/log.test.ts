import { describe, expect, it } from "vitest";
import { withoutSecrets } from "../../src/server/log.ts";

describe("the log", () => {
  it("shows no tokens, keys or passwords, wherever they stand in a text", () => {
    const pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIabc+/=\nxyz\n-----END RSA PRIVATE KEY-----";
    const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMjMifQ.abc-def_123456";
    const text = `a ghs_${"x".repeat(36)} b github_pat_${"y".repeat(40)} c ${pem} d ${jwt} e https://user:pass@example.org/ f`;
    expect(withoutSecrets(text)).toBe(
      "a [redacted] b [redacted] c [redacted] d [redacted] e https://[redacted]@example.org/ f",
    );
  });

  it("leaves plain words as they are", () => {
    expect(withoutSecrets("lab/tiny could not be read: 404")).toBe("lab/tiny could not be read: 404");
  });

  it("takes no time over long texts that almost are secrets", () => {
    const started = performance.now();
    withoutSecrets("eyJ".repeat(100_000));
    withoutSecrets("-----BEGIN ".repeat(50_000));
    withoutSecrets(`//${"a:".repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
