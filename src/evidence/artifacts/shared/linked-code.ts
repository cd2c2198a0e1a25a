import type { Facts } from "../../facts.ts";
import { folderName } from "../../naming.ts";
import { leave, othersWork } from "./considered.ts";
import { isUnder, type PlacedLink, releaseLinks } from "./links.ts";
import { squash } from "./names.ts";

/** Links to a code repository, or a file or folder of one, whose surroundings say what is done with it. */
export function codeLinks(facts: Facts, does: RegExp, { unless }: { unless?: RegExp } = {}): PlacedLink[] {
  return releaseLinks(facts).filter((placed) => {
    const { link } = placed;
    if (link.target.kind !== "github") return false;
    const no = (because: string): false => leave(facts, placed, because);
    if (link.target.page === "issue" || link.target.page === "other" || link.target.page === "release")
      return no("It leads to an issue, a release or another page, not to code.");
    // A file or page of this very repository is no other place to look.
    if (link.target.page !== "repository" && isThisRepository(link.target, facts))
      return no("It leads into this very repository.");
    if (/\.(md|pdf|png|jpe?g|svg|csv)$/i.test(link.target.path ?? ""))
      return no("It leads to a document, not to code.");
    const others = othersWork(placed);
    if (others !== undefined) return no(others);
    if (isUnder(placed, "news")) return no("It stands under news.");
    if (!does.test(`${link.text} ${link.context}`)) return no("Nothing around it says that this code is there.");
    const instead = unless?.exec(link.context)?.[0];
    return instead === undefined || no(`The words around it speak of something else: "${instead}".`);
  });
}

/**
 * Does an address on GitHub lead into the repository that is audited? A folder on disk does not tell what it is called on
 * the host: then its own name and the model's stand for it.
 */
export function isThisRepository({ owner, repo }: { owner: string; repo: string }, facts: Facts): boolean {
  const known = facts.snapshot.repository;
  if (known !== undefined)
    return known.owner.toLowerCase() === owner.toLowerCase() && known.name.toLowerCase() === repo.toLowerCase();
  return (
    facts.modelNames.includes(squash(repo)) || squash(folderName(facts.snapshot.source.location) ?? "") === squash(repo)
  );
}
