import { NoAnswer } from "../github/errors.ts";

/**
 * Reads many things in one request, and in two of half the size where that stayed without an answer: one thing that
 * GitHub cannot give does not keep the others back.
 * @returns what each request gave, with the things that it was about; `undefined` where even one thing alone got no answer
 */
export async function inHalves<T, R>(
  things: readonly T[],
  read: (some: readonly T[]) => Promise<R>,
): Promise<readonly { readonly about: readonly T[]; readonly answer: R | undefined }[]> {
  if (things.length === 0) return [];
  try {
    return [{ about: things, answer: await read(things) }];
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (things.length === 1) return [{ about: things, answer: undefined }];
    const half = Math.ceil(things.length / 2);
    return [...(await inHalves(things.slice(0, half), read)), ...(await inHalves(things.slice(half), read))];
  }
}

/** Things in groups of at most `size`. */
export function groupsOf<T>(things: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, index) =>
    things.slice(index * size, (index + 1) * size),
  );
}
