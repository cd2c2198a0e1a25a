import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ARTIFACT_IDS } from "../../src/evidence/artifacts/artifact.ts";
import { componentKind } from "../../src/frameworks/mof/catalogue.ts";
import { en } from "../../src/messages/en.ts";
import { LANGUAGES, languageOf, messagesIn } from "../../src/messages/languages.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

const SRC = join(import.meta.dirname, "..", "..", "src");
const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("messages/"))
  .map((name) => readFileSync(join(SRC, name), "utf8"))
  .join("\n");

const english = sentencesOf(en);
/** English keeps these beside the rules. */
const ELSEWHERE = /^declared\./;
const shapeOf = (sentences: readonly Sentence[]): readonly string[] =>
  sentences
    .filter(({ code }) => !ELSEWHERE.test(code))
    .map(({ code, takes }) => `${code} takes ${takes}`)
    .toSorted();

describe("a language is asked for by its tag", () => {
  it.each([
    ["en", "en"],
    ["ja", "ja"],
    ["JA-jp", "ja"],
    ["zh-CN", "zh"],
    ["zh_Hans_SG", "zh"],
    ["fr", undefined],
    ["", undefined],
    ["english", undefined],
  ])("%j is %j", (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });

  it("and English is spoken where none is", () => {
    expect(messagesIn(undefined)).toBe(en);
  });
});

describe.each(LANGUAGES.filter((language) => language !== "en"))("in %s", (language) => {
  const messages = messagesIn(language);
  const sentences = sentencesOf(messages);

  it("there is every sentence that English has, of the same values, and no other", () => {
    expect(shapeOf(sentences)).toEqual(shapeOf(english));
  });

  it("every artifact's declaration is there", () => {
    expect(Object.keys(messages.declared ?? {}).toSorted()).toEqual([...ARTIFACT_IDS].toSorted());
  });

  /** Signs that need no translation. */
  const SIGNS = [
    "page.tag",
    "face.noLicense",
    "face.motTitle",
    "difference.clause",
    "expectation.value",
    "expectation.asIs",
  ];
  const letters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;

  it("no sentence was left in English", () => {
    const left = sentences.filter(({ code, words }) => !SIGNS.includes(code) && !letters.test(words));
    // Parts that other sentences are put together from.
    expect(left.map(({ code }) => code).filter((code) => !/^(?:enumerate|join)$/.test(code))).toEqual([]);
  });

  it("no English words stand beside each other but names", () => {
    const names =
      /Model Openness (?:Framework|Tool)|Software Heritage|GitHub Apps|Front Matter|Git LFS|CC BY 4\.0|framework\.name|CITATION\.cff|(?:model|comment): ?\w{1,10}/g;
    const left = sentences.filter(({ words }) => /\b[a-z]{2,}[ ,]+[a-z]{2,}\b/i.test(words.replaceAll(names, "◦")));
    expect(left).toEqual([]);
  });

  it("a space stands between its letters and Latin ones or digits, and none beside its punctuation", () => {
    const own = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー]";
    const wrong = new RegExp(
      `${own}[A-Za-z0-9]|[A-Za-z0-9]${own}|[。、，：；（）「」“”] | [。、，：；（）「」“”]`,
      "u",
    );
    const left = sentences.filter(({ words }) => wrong.test(words.replaceAll(/ ?‹1›,?(?: ?‹1›)? ?|absent/g, "◦")));
    expect(left.map(({ code, words }) => `${code}: ${words}`)).toEqual([]);
  });
});

describe("every sentence is said somewhere", () => {
  /** Groups whose keys are ids that the program computes with; the ids are compared below or by the compiler. */
  const BY_ID =
    /^(?:artifact|cardPart|cardTopic|companion|component|covers|dataAspect|dataKind|declared|effort|freedom|kind|pageLevel|remoteReason|remoteState|restriction|rule|scope|state|subject|suggestion|taken|titleWord|trueLetter|trueStep|whom)\.|^(?:face\.licenseOpen|frameworkFace\.(?:verdict|evidence)|whatIf\.license|explanation\.presence)\./;

  it.each(english.filter(({ code }) => !BY_ID.test(code)).map(({ code }) => code))("%s", (code) => {
    const [group = "", key = ""] = code.includes(".") ? code.split(".") : ["messages", code];
    const said = new RegExp(
      `"${group}\\.${key}"|\\b${group}\\.${key}\\b|\\{[^{}\\n]{0,60}\\b${key}\\b[^{}\\n]{0,60}\\} = [\\w.]{0,40}\\b${group}\\b`,
    );
    expect(said.test(sources)).toBe(true);
  });

  it("titles and restrictions are those of rules and categories that there are", () => {
    const unknown = [...Object.keys(en.rule), ...Object.keys(en.restriction)].filter(
      (id) => !sources.includes(`"${id}"`),
    );
    expect(unknown).toEqual([]);
  });

  it("artifacts are called as the framework calls them", () => {
    for (const id of ARTIFACT_IDS) expect(en.component[id]).toBe(componentKind(id).name);
    expect(Object.keys(en.artifact).toSorted()).toEqual([...ARTIFACT_IDS].toSorted());
  });
});
