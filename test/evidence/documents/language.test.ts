import { expect, test } from "vitest";
import { languageOf } from "../../../src/evidence/documents/language.ts";

test.each([
  ["The model is trained on the Pile and released under Apache 2.0.", "en"],
  ["ChatGLM3 是智谱AI和清华大学 KEG 实验室联合发布的对话预训练模型，支持 Function Call 与 Code Interpreter。", "zh"],
  ["このリポジトリでは、Transformer 対話モデルの評価に必要な情報を公開しています。", "ja"],
  ["이 모델은 한국어 데이터로 학습된 언어 모델입니다. Apache 2.0 라이선스.", "ko"],
  ["Le modèle est entraîné sur des données ouvertes et publié avec les poids pour la recherche.", "other"],
  ["Модель обучена на открытых данных.", "other"],
  ["", "other"],
  ["12345 --- !!!", "other"],
])("%s is %s", (text, language) => expect(languageOf(text)).toBe(language));
