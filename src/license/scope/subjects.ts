import type { Scope } from "./statement.ts";

/**
 * Words that say what a license sentence is about, in English, Chinese and Japanese. Order matters: a longer reading
 * ("model code", "training data") is tried before a shorter one ("model"). "…的开源代码" says what something is, not
 * what is spoken of.
 */
const SUBJECTS: readonly (readonly [readonly Scope[], RegExp])[] = [
  [
    ["all"],
    /\b(this|the|our|whole|entire) (code )?(repo(sitory)?|project|work|package|software)\b|\bcode ?repositor(y|ies)\b|\b(everything|all (files|materials|content|contents|artifacts))\b|本仓库|本项目|该项目|本リポジトリ|このリポジトリ|本プロジェクト/giu,
  ],
  [["documents"], /\b(documentation|docs|the paper|technical report|model cards?|data cards?)\b|文档|ドキュメント/giu],
  [
    ["data"],
    /\b((training|evaluation|instruction|fine-?tuning) )?(data ?sets?|data|corpus|corpora|annotations)\b(?! (card|processing|preparation|loader))|数据集?|语料|データセット|データ|コーパス/giu,
  ],
  [
    ["code"],
    /\b(source code|model (code|architecture|definitions?|implementations?)|training code|inference code|code ?base|codes?(?! (language |instruct |base )?models?\b)|scripts?|training framework|framework|library|software)\b|模型(结构|架构|实现)?的?(源?代码|源码)|模型(结构|架构)|(?<!的开)源代码|(?<!的开)源码|(?<!的开源)代码|モデルの(ソース)?コード|ソースコード|コード/giu,
  ],
  [
    ["parameters"],
    /\b((model|pre-?trained|open|released?|checkpoint) )?(weights?|checkpoints?|parameters)\b|\b(open[- ]weight )?(language |base |chat |instruct |code |pre-?trained |open-source )?models?\b|模型权重|权重|模型|模型参数|モデルの?重み|重み|モデル/giu,
  ],
];

export interface Subject {
  readonly scopes: readonly Scope[];
  readonly index: number;
  readonly length: number;
}

/** The subjects named in a sentence, in order; overlapping shorter readings are dropped. */
export function subjectsIn(sentence: string): Subject[] {
  const found: Subject[] = [];
  for (const [scopes, words] of SUBJECTS) {
    for (const match of sentence.matchAll(words)) {
      const subject = { scopes, index: match.index, length: match[0].length };
      const overlaps = found.some(
        (known) => subject.index < known.index + known.length && known.index < subject.index + subject.length,
      );
      if (!overlaps) found.push(subject);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}
