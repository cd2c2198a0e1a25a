/**
 * Which commit the comment on a pull request speaks of. A branch that is pushed back to an earlier commit needs its
 * comment once more, though that commit's was written before.
 */
import type { Store } from "../store/store.ts";

type Refs = Pick<Store, "ref" | "rememberRef">;

/** No branch is called so (git allows no blank in a name), and no pull request. */
const refOf = (pullRequest: number): string => `#${pullRequest} comment`;

/** The commit that the comment speaks of, as far as is known; undefined where none was written. */
export async function spokenOf(
  store: Pick<Store, "ref">,
  repository: number,
  pullRequest: number,
): Promise<string | undefined> {
  return (await store.ref(repository, refOf(pullRequest)))?.head;
}

/** Remembers that the comments on these pull requests speak, or are about to speak, of a commit. */
export async function rememberSpokenOf(
  store: Refs,
  repository: number,
  head: string,
  pullRequests: Iterable<number>,
): Promise<void> {
  const now = new Date();
  for (const number of pullRequests) await store.rememberRef(repository, refOf(number), head, now);
}

/** Those of a commit's settled pull requests whose comment does not speak of another commit meanwhile. */
export async function stillSettled(
  store: Pick<Store, "ref">,
  repository: number,
  head: string,
  settled: readonly number[],
): Promise<number[]> {
  const spoken = await Promise.all(settled.map((number) => spokenOf(store, repository, number)));
  return settled.filter((_, i) => spoken[i] === undefined || spoken[i] === head);
}
