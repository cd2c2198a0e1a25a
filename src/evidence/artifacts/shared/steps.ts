import { isUnder, type PlacedLink } from "./links.ts";

const STEP =
  /(^|[^a-z])(stage\d{1,2}-)?(ingredient\d{1,3}-)?(step|ckpt|checkpoint|iter|global_step|epoch)[-_ ]?\d{1,9}/i;
const INTERMEDIATE =
  /\b(intermediate|partial|training|history|historical)[- ](training )?(model )?(checkpoints?|ckpts?|weights|snapshots)\b|\bcheckpoints?\b[^.]{0,60}\b(throughout|during|over the course of|every|steps?)\b|中间\s?checkpoints?|历史\s?checkpoints?|中间检查点|途中チェックポイント|中間チェックポイント/i;

const NOT_YET = /gradient checkpoint|coming soon|will be released|敬请期待|公開予定/i;

/** Does a link lead to a checkpoint of an intermediate step, by its revision, its name or its heading? */
export function isIntermediate(placed: PlacedLink): boolean {
  const { target } = placed.link;
  if (
    target.kind === "hf-model" &&
    (STEP.test(target.revision ?? "") || /intermediate|checkpoints$|history/i.test(target.id))
  )
    return true;
  return isUnder(placed, "checkpoints") && INTERMEDIATE.test(placed.headings.map((section) => section.title).join(" "));
}

/** Words that say that intermediate checkpoints are released. */
export function saysIntermediate(text: string): boolean {
  return INTERMEDIATE.test(text) && !NOT_YET.test(text);
}

/** A list of released files that calls them checkpoints in the order of the training. */
const IN_ORDER =
  /\bcheckpoints?\b[^.]{0,60}\bin (chronological|training|temporal) order\b|\bcheckpoints?\b[^.]{0,160}\b(evenly|equally) spaced (across|over|throughout)\b/i;

/** Does a text list checkpoints of one training by their order in it? */
export function listsCheckpoints(text: string): boolean {
  return IN_ORDER.test(text.slice(0, 20_000)) && !NOT_YET.test(text.slice(0, 20_000));
}

/** The words of a promise, or of another matter, that keep a text on intermediate checkpoints from saying that they are released. */
export function promisesIntermediate(text: string): string | undefined {
  return INTERMEDIATE.test(text) ? NOT_YET.exec(text)?.[0] : undefined;
}

/** A revision, branch or file name of an intermediate step. */
export function namesStep(text: string): boolean {
  return STEP.test(text);
}
