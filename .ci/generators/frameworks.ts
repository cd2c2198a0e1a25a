/** docs/frameworks/ID.md and its translations: every framework as its rules declare it. */
import type { Framework, FrameworkRule } from "../../src/frameworks/framework.ts";
import { FRAMEWORKS } from "../../src/frameworks/frameworks.ts";
import { FRAMEWORK_WORDS, type RuleWords } from "../../src/messages/frameworks.ts";
import { LANGUAGES, type Language, messagesIn } from "../../src/messages/languages.ts";

interface PageWords {
  readonly introduction: (id: string, version: string) => string;
  readonly decided: string;
  readonly remedy: string;
  readonly source: (references: string) => string;
}

/** What stands around the declarations. */
const PAGE: Readonly<Record<Language, PageWords>> = {
  en: {
    introduction: (id, version) =>
      `What a report says under \`frameworks.${id}\` (rules of ${version}). This page is generated from the declarations in \`src/frameworks/${id}/\`; \`npm run generate\` writes it.`,
    decided: "How it is decided.",
    remedy: "What to do.",
    source: (references) => `Source: ${references}.`,
  },
  ja: {
    introduction: (id, version) =>
      `レポートの \`frameworks.${id}\` の内容です（規則の版：${version}）。このページは \`src/messages/ja/frameworks/\` から \`npm run generate\` で生成しています。原文は[英語版](../../frameworks/${id}.md)です。`,
    decided: "判定方法。",
    remedy: "対処方法。",
    source: (references) => `出典：${references}`,
  },
  zh: {
    introduction: (id, version) =>
      `报告中 \`frameworks.${id}\` 的内容（规则版本：${version}）。本页由 \`npm run generate\` 根据 \`src/messages/zh/frameworks/\` 生成。原文为[英文版](../../frameworks/${id}.md)。`,
    decided: "判定方法。",
    remedy: "处理方法。",
    source: (references) => `来源：${references}`,
  },
};

export async function generate(): Promise<ReadonlyMap<string, string>> {
  return new Map(
    LANGUAGES.flatMap((language) =>
      FRAMEWORKS.map((framework): [string, string] => [
        `docs/${language === "en" ? "" : `${language}/`}frameworks/${framework.id}.md`,
        pageIn(language, framework),
      ]),
    ),
  );
}

function pageIn(language: Language, framework: Framework): string {
  const { introduction, decided, remedy, source } = PAGE[language];
  const translated = language === "en" ? undefined : FRAMEWORK_WORDS[language][framework.id];
  const sections = framework.rules.map((rule) => {
    const words: RuleWords = translated?.rules[rule.id] ?? rule;
    return [
      `## ${words.title}`,
      "",
      `\`${rule.id}\` · ${effortOf(rule, language)}`,
      "",
      `**${words.asks}** ${words.why}`,
      "",
      `**${decided}** ${words.decides}`,
      "",
      `**${remedy}** ${words.remedy}`,
      "",
      source(rule.references.join("; ")),
      "",
    ].join("\n");
  });
  const title = translated?.title ?? framework.title;
  return [`# ${title}`, "", introduction(framework.id, framework.version), "", ...sections].join("\n");
}

const effortOf = (rule: FrameworkRule, language: Language): string => messagesIn(language).effort[rule.effort];
