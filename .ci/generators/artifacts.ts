/** docs/artifacts.md and its translations: every artifact as its own declaration tells it. */
import { ARTIFACTS } from "../../src/evidence/artifacts/index.ts";
import { LANGUAGES, type Language, messagesIn } from "../../src/messages/languages.ts";
import { declaredWords } from "../../src/report/language.ts";

interface PageWords {
  readonly title: string;
  readonly introduction: readonly string[];
  readonly columns: readonly string[];
  readonly required: readonly [yes: string, no: string];
  readonly decided: string;
  readonly add: string;
  readonly source: (references: string) => string;
}

/** What stands around the declarations. */
const PAGE: Readonly<Record<Language, PageWords>> = {
  en: {
    title: "The artifacts",
    introduction: [
      "The 17 components of the Model Openness Framework, and how each is recognised. Classes are cumulative: a release is in a",
      "class when every required artifact of it, and of the classes below, is there under an open license. This page is generated",
      "from the declarations in `src/evidence/artifacts/`; `npm run generate` writes it.",
    ],
    columns: ["id", "class", "type", "required", "effort to add"],
    required: ["yes", "no"],
    decided: "How it is decided.",
    add: "How to add it.",
    source: (references) => `Source: ${references}.`,
  },
  ja: {
    title: "成果物",
    introduction: [
      "Model Openness Framework の 17 の構成要素と、それぞれの判定方法です。クラスは積み上げ式で、あるクラスとその下のクラスに必要な成果物がすべてオープンなライセンスで公開されていれば、そのクラスを達成します。",
      "このページは `src/messages/ja/artifacts.ts` から `npm run generate` で生成しています。原文は[英語版](../artifacts.md)です。",
    ],
    columns: ["ID", "クラス", "種類", "必須", "追加の手間"],
    required: ["はい", "いいえ"],
    decided: "判定方法。",
    add: "追加の方法。",
    source: (references) => `出典：${references}`,
  },
  zh: {
    title: "各项内容",
    introduction: [
      "Model Openness Framework 的 17 个组件，以及各自的判定方法。类别是累积的：某一类别及其以下类别所需的内容全部按开放许可证发布，即达到该类别。",
      "本页由 `npm run generate` 根据 `src/messages/zh/artifacts.ts` 生成。原文为[英文版](../artifacts.md)。",
    ],
    columns: ["ID", "类别", "类型", "必需", "补充所需时间"],
    required: ["是", "否"],
    decided: "判定方法。",
    add: "补充方法。",
    source: (references) => `来源：${references}`,
  },
};

const CLASS = { 1: "I, Open Science", 2: "II, Open Tooling", 3: "III, Open Model" } as const;

export async function generate(): Promise<ReadonlyMap<string, string>> {
  return new Map(
    LANGUAGES.map((language) => [
      language === "en" ? "docs/artifacts.md" : `docs/${language}/artifacts.md`,
      pageIn(language),
    ]),
  );
}

function pageIn(language: Language): string {
  const words = PAGE[language];
  const { component, effort, kind } = messagesIn(language);
  const sections = ARTIFACTS.map((rule) => {
    const { asks, why, decides, remedy } = declaredWords(rule.id, messagesIn(language));
    const name = component[rule.id];
    const isEnglish = language === "en";
    const type = isEnglish ? rule.type : kind[rule.type];
    const takes = isEnglish ? rule.effort : effort[rule.effort];
    return [
      `## ${name === rule.name ? name : `${name} (${rule.name})`}`,
      "",
      `| ${words.columns.join(" | ")} |`,
      `| ${words.columns.map(() => "---").join(" | ")} |`,
      `| \`${rule.id}\` | ${CLASS[rule.mofClass]} | ${type} | ${words.required[rule.required ? 0 : 1]} | ${takes} |`,
      "",
      `**${asks}** ${why}`,
      "",
      `**${words.decided}** ${decides}`,
      "",
      `**${words.add}** ${remedy}`,
      "",
      words.source(rule.references.join("; ")),
      "",
    ].join("\n");
  });
  return [`# ${words.title}`, "", ...words.introduction, "", ...sections].join("\n");
}
