/** An organisation of many repositories on the local GitHub, a few of which hold models. */
import { LFS_POINTER, LIBRARY, MODEL } from "../e2e/stage.ts";
import { type ScratchFile, type ScratchRepository, scratchRepository } from "../github/scratch.ts";
import type { LocalGitHub } from "../github/server.ts";
import type { Repository } from "../github/world.ts";

type Files = Readonly<Record<string, ScratchFile>>;

/** Software of all kinds, some of which speaks of weights, models and checkpoints of its own. */
const OTHERS: readonly Files[] = [
  LIBRARY,
  { "README.md": "# balance\n\nA load balancer with weights for each backend.\n", "main.go": "package main\n" },
  {
    "README.rst": "shop\n====\n\nA shop in Django. The models are in ``shop/models.py``.\n",
    "manage.py": "import django\n",
    "shop/models.py": "from django.db import models\n",
  },
  { "README.md": "# infrastructure\n\nTerraform of the data centre.\n", "main.tf": "" },
  { "Readme.markdown": "# wal\n\nA write-ahead log that makes a checkpoint each minute.\n", "wal.c": "int main;\n" },
  { "index.html": "<h1>Pages</h1>\n" },
];

/** Homes of models as they differ at their roots. */
const MODELS: readonly Files[] = [
  MODEL,
  {
    "README.md":
      "# Ember-2B\n\nEmber-2B is a language model.\n\n[Weights](https://huggingface.co/lab/ember-2b)\n\n## Evaluation\n\n| Benchmark | Ember-2B |\n|---|---|\n| MMLU | 51.2 |\n",
    "src/ember.py": "import torch\n",
  },
  {
    "README.md":
      "# Qinglong-7B\n\nQinglong-7B 是一个大语言模型。\n\n[模型权重下载](https://modelscope.cn/models/lab/Qinglong-7B)\n\n## 评测\n\n| Benchmark | Qinglong-7B |\n|---|---|\n| MMLU | 61.2 |\n",
    "train.py": "import torch\n",
  },
  {
    "README.md": "# Vox\n\nPre-trained models for speech.\n\n| Model | WER |\n|---|---|\n| Vox | 4.2 |\n",
    "assets/vox.safetensors": LFS_POINTER,
    "vox.py": "import torch\n",
  },
];

export interface Organisation {
  readonly installation: number;
  readonly repositories: readonly Repository[];
  readonly models: ReadonlySet<string>;
}

/** Git repositories that any number of repositories on GitHub may be copies of. */
export interface Templates {
  readonly others: readonly ScratchRepository[];
  readonly homes: readonly ScratchRepository[];
  readonly empty: ScratchRepository;
  remove(): Promise<void>;
}

export async function makeTemplates(): Promise<Templates> {
  const make = async (files: Files): Promise<ScratchRepository> => {
    const git = await scratchRepository();
    if (Object.keys(files).length > 0) await git.commit(files);
    return git;
  };
  const others = await Promise.all(OTHERS.map(make));
  const homes = await Promise.all(MODELS.map(make));
  const empty = await make({});
  const all = [...others, ...homes, empty];
  return { others, homes, empty, remove: async () => void (await Promise.all(all.map((git) => git.remove()))) };
}

/** Every `count / models`-th repository is a model's. One more is archived and holds one, and one more is empty. */
export async function addOrganisation(
  github: LocalGitHub,
  templates: Templates,
  { owner = "lab", count, models }: { owner?: string; count: number; models: number },
): Promise<Organisation> {
  const templateOf = (git: ScratchRepository, name: string): Promise<Repository> =>
    github.addRepository({ owner: "templates", name, gitDir: git.directory, installed: false });
  const others = await Promise.all(templates.others.map((git, index) => templateOf(git, `other-${index}`)));
  const homes = await Promise.all(templates.homes.map((git, index) => templateOf(git, `model-${index}`)));
  const add = (name: string, like: Repository, archived = false): Promise<Repository> =>
    github.addRepository({ owner, name, like, gitDir: "", archived });
  const repositories: Repository[] = [];
  const names = new Set<string>();
  for (let index = 0; index < count; index++) {
    const isModel = index % Math.floor(count / models) === 7 % Math.floor(count / models) && names.size < models;
    const name = isModel ? `model-${index}` : `software-${index}`;
    if (isModel) names.add(name);
    const kind = isModel ? homes[names.size % homes.length]! : others[index % others.length]!;
    repositories.push(await add(name, kind));
  }
  repositories.push(await add("archived", homes[0]!, true));
  repositories.push(await add("empty", await templateOf(templates.empty, "empty")));
  return { installation: repositories[0]!.installation!.id, repositories, models: names };
}
