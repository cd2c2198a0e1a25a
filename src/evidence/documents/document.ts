import type { Lines } from "../artifacts/artifact.ts";

/** What a section is about, told from its heading in English, Chinese, Japanese (and Korean). A heading may name several. */
export type Topic =
  | "license"
  | "disclaimer"
  | "model-description"
  | "intended-use"
  | "out-of-scope-use"
  | "limitations"
  | "ethics"
  | "usage"
  | "installation"
  | "inference"
  | "training"
  | "fine-tuning"
  | "training-data"
  | "data-processing"
  | "hyperparameters"
  | "evaluation"
  | "reproduction"
  | "checkpoints"
  | "download"
  | "architecture"
  | "paper"
  | "citation"
  | "environmental-impact"
  | "speed"
  | "samples"
  | "requirements"
  | "contact"
  | "news"
  | "acknowledgements"
  | "related-work";

export interface Section {
  readonly index: number;
  /** Index of the enclosing section, undefined at the top. */
  readonly parent: number | undefined;
  /** 1 to 6; a bold line that stands as a heading gets 6. */
  readonly level: number;
  readonly title: string;
  readonly topics: readonly Topic[];
  /** First and last line, sub-sections included. */
  readonly lines: Lines;
  /** Plain text of the section itself, without sub-sections, comments, fenced code and template placeholders. */
  readonly text: string;
  /**
   * At least some 40 letters of text of its own, or a table, list, link or code (a template's placeholder is not content;
   * Hugging Face model card template).
   */
  readonly filled: boolean;
}

/** Where a link leads, told from the URL alone; nothing is fetched. */
export type Target =
  | { readonly kind: "hf-model"; readonly id: string; readonly revision?: string; readonly path?: string }
  | { readonly kind: "hf-dataset"; readonly id: string; readonly path?: string }
  | { readonly kind: "hf-space"; readonly id: string }
  | { readonly kind: "hf-collection"; readonly id: string }
  | { readonly kind: "hf-organisation"; readonly id: string }
  | { readonly kind: "modelscope-model"; readonly id: string }
  | { readonly kind: "modelscope-dataset"; readonly id: string }
  /** Other model hubs with model pages: wisemodel, modelers, openxlab, swanhub, Kaggle models, TensorFlow Hub, NVIDIA NGC. */
  | { readonly kind: "hub-model"; readonly host: string; readonly id: string }
  | { readonly kind: "hub-dataset"; readonly host: string; readonly id: string }
  | { readonly kind: "arxiv"; readonly id: string }
  | { readonly kind: "doi"; readonly doi: string }
  /** ACL Anthology, OpenReview, CVF, NeurIPS, PMLR, ACM, IEEE, Nature, Semantic Scholar, a PDF by its name… */
  | { readonly kind: "paper"; readonly url: string }
  | { readonly kind: "zenodo"; readonly id: string }
  | {
      readonly kind: "github";
      readonly owner: string;
      readonly repo: string;
      readonly page: "repository" | "file" | "folder" | "release" | "issue" | "other";
      readonly ref?: string;
      readonly path?: string;
    }
  /** A file host or bucket (Drive, Dropbox, S3, GCS, Azure, OSS, Baidu, OneDrive, fbaipublicfiles, magnet links), or a URL that ends in a weight, archive or data extension. */
  | { readonly kind: "download"; readonly url: string; readonly file: string | undefined }
  /** A form, an e-mail address or an application page. */
  | { readonly kind: "form"; readonly url: string }
  /** A file or folder of this repository, resolved against the document's folder. */
  | { readonly kind: "file"; readonly path: string; readonly fragment?: string }
  | { readonly kind: "anchor"; readonly fragment: string }
  /** Badge services (shields.io and kin): `label` and `message` as far as the URL tells. */
  | { readonly kind: "badge"; readonly url: string; readonly label?: string; readonly message?: string }
  | { readonly kind: "web"; readonly url: string };

export interface Link {
  readonly url: string;
  readonly target: Target;
  /** The words that are linked; an image's alternative text where the link wraps an image. */
  readonly text: string;
  readonly line: number;
  /** Index of the section that holds it; undefined before the first heading. */
  readonly section: number | undefined;
  readonly image: boolean;
  /** The sentence, list item or table row around the link, as plain text, at most 400 characters. */
  readonly context: string;
}

export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: Lines;
  readonly section: number | undefined;
}

export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  readonly lines: Lines;
  readonly section: number | undefined;
}

export interface BibEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly lines: Lines;
}

export interface FrontMatter {
  /** The mapping, with plain JSON values only; empty when `problem` is set. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly lines: Lines;
  /** Why it could not be read: not a mapping, too large, too many aliases, invalid YAML (with the line). */
  readonly problem: string | undefined;
}

/** A paragraph, list item, heading or table row of running text, with its lines: what the license rules read. */
export interface Passage {
  readonly text: string;
  readonly lines: Lines;
  readonly section: number | undefined;
}

export interface Document {
  readonly path: string;
  readonly sha: string;
  readonly format: "markdown" | "restructuredtext" | "text" | "html";
  /** By the share of letters outside code, never by the file's name. */
  readonly language: "en" | "zh" | "ja" | "ko" | "other";
  readonly lineCount: number;
  /** Only a part was read, for its size: what is not found in it may stand in the rest. */
  readonly truncated?: true;
  readonly frontMatter: FrontMatter | undefined;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
  readonly codeBlocks: readonly CodeBlock[];
  readonly bibliography: readonly BibEntry[];
}
