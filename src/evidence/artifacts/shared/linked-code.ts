import { type Said, say } from "../../../messages/said.ts";
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
    const no = (because: Said): false => leave(facts, placed, because);
    if (link.target.page === "issue" || link.target.page === "other" || link.target.page === "release")
      return no(say("leftOut.notCodePage"));
    // A file or page of this very repository is no other place to look.
    if (link.target.page !== "repository" && isThisRepository(link.target, facts))
      return no(say("leftOut.thisRepository"));
    if (/\.(md|pdf|png|jpe?g|svg|csv)$/i.test(link.target.path ?? "")) return no(say("leftOut.toDocument"));
    const others = othersWork(placed);
    if (others !== undefined) return no(others);
    if (isUnder(placed, "news")) return no(say("leftOut.underNews"));
    if (!does.test(`${link.text} ${link.context}`)) return no(say("leftOut.notSaidCode"));
    const instead = unless?.exec(link.context)?.[0];
    return instead === undefined || no(say("leftOut.somethingElse", instead));
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
