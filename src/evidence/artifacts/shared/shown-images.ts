import type { Facts } from "../../facts.ts";
import { frontPages, isUnder, type PlacedLink, releaseLinks } from "./links.ts";

/** What authors call a picture, sound or film that a model made. */
const CALLED_OUTPUT = /\b(samples?|(sample|model|example)[-_ ]outputs?|generated|generations?|gallery)(?=\b|[\d_])/i;
/**
 * What only a generator's pictures are called: its tasks, "grid", a sheet of many generations, and "teaser", the picture
 * at the head of a paper, which shows what a generator makes and how anything else works.
 */
const OF_GENERATOR =
  /\b(teaser|txt2img|text2img|img2img|txt2vid|(text|image)[- ]to[- ](image|video|3d)|(in|out)-?painting|super-?resolution|style[- ]transfer|previews?|grid)(?=\b|[\d_-])/i;
/** Pictures of data, of figures, of how it works or of a program's window. */
const OTHER =
  /\b(inputs?|data|datasets?|training|train|architecture|diagram|overview|pipeline|framework|method|curves?|plots?|charts?|loss|speed|results?|bench\w{0,8}|sampl(e|ing)[-_ ]?(rate|steps?|efficiency|size)|(grid|hyper)[-_ ]?search|layout|code|logo|banner|badges?|star)\b/i;

const GENERATES =
  /\b(image|video|audio|music|speech|voice|picture|face|sound|3d|scene)s?[- ](synthesis|generation|generat(ors?|ing)|editing)\b|\btext-to-(image|video|3d|speech|audio|music|sound)\b|\bgenerat(e|es|ing|ive)\b[^.]{0,40}\b(images?|videos?|pictures|audio|music|speech|adversarial)\b|\bGANs?\b|\bdiffusion(-based)? (generative )?models?\b|图像生成|视频生成|文生图|画像生成|音声合成/i;
/** Paragraphs at the head of a page that say what it is about. */
const OPENING = 8;

/**
 * Pictures, sounds and films of the repository that the documents show as outputs of the model, by what they are called:
 * in their alternative text or their file's name. On the front page of a generator the teaser is one.
 */
export function shownOutputs(facts: Facts): PlacedLink[] {
  const generators = new Set(
    frontPages(facts)
      .filter(({ sections, passages }) =>
        GENERATES.test(
          [
            ...sections.slice(0, 2).map(({ title }) => title),
            ...passages.slice(0, OPENING).map(({ text }) => text),
          ].join(" "),
        ),
      )
      .map(({ path }) => path),
  );
  return releaseLinks(facts).filter((placed) => {
    const { link, document } = placed;
    const { target } = link;
    if (!link.image || target.kind !== "file") return false;
    const name =
      target.path
        .split("/")
        .at(-1)
        ?.replace(/\.\w{1,6}$/, "") ?? "";
    const called = `${link.text} ${name.replaceAll("_", " ")}`;
    if (OTHER.test(called) || isUnder(placed, "training-data", "evaluation", "architecture", "speed")) return false;
    return CALLED_OUTPUT.test(called) || (generators.has(document.path) && OF_GENERATOR.test(called));
  });
}
