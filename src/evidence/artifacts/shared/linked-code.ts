import type { Facts } from "../../facts.ts";
import { isUnder, OTHERS_WORK, type PlacedLink, releaseLinks } from "./links.ts";
import { squash } from "./names.ts";

/** Links to a code repository, or a file or folder of one, whose surroundings say what is done with it. */
export function codeLinks(facts: Facts, does: RegExp, { unless }: { unless?: RegExp } = {}): PlacedLink[] {
  return releaseLinks(facts).filter((placed) => {
    const { link } = placed;
    if (link.target.kind !== "github") return false;
    if (link.target.page === "issue" || link.target.page === "other" || link.target.page === "release") return false;
    // A file or page of this very repository is no other place to look.
    if (link.target.page !== "repository" && isThisRepository(link.target, facts)) return false;
    if (/\.(md|pdf|png|jpe?g|svg|csv)$/i.test(link.target.path ?? "")) return false;
    if (isUnder(placed, "acknowledgements", "related-work", "news") || OTHERS_WORK.test(link.context)) return false;
    return does.test(`${link.text} ${link.context}`) && !(unless?.test(link.context) ?? false);
  });
}

function isThisRepository({ owner, repo }: { owner: string; repo: string }, facts: Facts): boolean {
  const known = facts.snapshot.repository;
  if (known !== undefined)
    return known.owner.toLowerCase() === owner.toLowerCase() && known.name.toLowerCase() === repo.toLowerCase();
  return facts.modelNames.includes(squash(repo));
}
