/** Which repositories the gallery shows, in its order. What is said of them is kept in fixtures/gallery. */

export interface Shown {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  /** What a reader should know beforehand; plain text, written by us. */
  readonly remark?: string;
}

export interface Room {
  readonly title: string;
  readonly repositories: readonly Shown[];
}

export const ROOMS: readonly Room[] = [
  { title: "OLMo", repositories: [{ repository: "allenai/OLMo" }] },
  { title: "Qwen3", repositories: [{ repository: "QwenLM/Qwen3" }] },
  {
    title: "DeepSeek",
    repositories: [{ repository: "deepseek-ai/DeepSeek-V3" }, { repository: "deepseek-ai/DeepSeek-R1" }],
  },
  {
    title: "StarCoder and The Stack",
    repositories: [
      { repository: "bigcode-project/starcoder" },
      {
        repository: "bigcode-project/starcoder2",
        remark:
          "The copy that was read is of December 2023 and holds a license and a title: StarCoder2 was released later.",
      },
      { repository: "bigcode-project/the-stack-v2" },
      { repository: "bigcode-project/bigcode-dataset" },
    ],
  },
  { title: "Lucie", repositories: [{ repository: "OpenLLM-France/Lucie-Training" }] },
  {
    title: "EleutherAI",
    repositories: [
      { repository: "EleutherAI/pythia" },
      { repository: "EleutherAI/gpt-neox" },
      { repository: "EleutherAI/gpt-neo" },
      { repository: "EleutherAI/lm-evaluation-harness" },
    ],
  },
  {
    title: "BigScience",
    repositories: [
      { repository: "bigscience-workshop/bigscience" },
      { repository: "bigscience-workshop/t-zero" },
      { repository: "bigscience-workshop/xmtf" },
    ],
  },
  {
    title: "LAION",
    repositories: [
      { repository: "LAION-AI/CLAP" },
      { repository: "LAION-AI/aesthetic-predictor" },
      { repository: "LAION-AI/Open-Assistant" },
      { repository: "LAION-AI/laion-datasets" },
    ],
  },
  {
    title: "OpenGPT-X (Teuken)",
    repositories: [
      {
        repository: "OpenGPTX/Megatron-LM",
        remark:
          "Among the public repositories of OpenGPT-X that could be read, none is that of the Teuken models themselves; these two hold tools of the project.",
      },
      { repository: "OpenGPTX/tokenizer" },
    ],
  },
  {
    title: "Eclipse LMOS",
    repositories: [
      { repository: "eclipse-lmos/arc", remark: "A platform for agents, shown because it is no model." },
      { repository: "eclipse-lmos/lmos-router" },
      { repository: "eclipse-lmos/lmos-runtime" },
    ],
  },
];

export const SHOWN: readonly Shown[] = ROOMS.flatMap(({ repositories }) => repositories);
