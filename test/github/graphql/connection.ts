/** Relay connections as GitHub pages them. */
import { GraphQLError } from "graphql";

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const cursor = (index: number): string => Buffer.from(`cursor:${index}`).toString("base64");

function indexOf(text: string): number {
  const [, index] = /^cursor:(\d+)$/.exec(Buffer.from(text, "base64").toString()) ?? [];
  if (index === undefined) throw new GraphQLError(`\`${text}\` does not appear to be a valid cursor.`);
  return Number(index);
}

/**
 * One page of a list.
 * @throws {GraphQLError} when neither `first` nor `last` is given or one is above 100, as GitHub refuses it
 */
export function connection<T>(items: readonly T[], page: PageArguments, show: (item: T) => unknown): object {
  const size = page.first ?? page.last;
  if (size === undefined || size === null) {
    throw new GraphQLError("You must provide a `first` or `last` value to properly paginate the connection.");
  }
  if (size < 0 || size > 100) {
    throw new GraphQLError(`Requesting ${size} records on the connection exceeds the limit of 100 records.`);
  }
  let start = page.after ? indexOf(page.after) + 1 : 0;
  let end = page.before ? indexOf(page.before) : items.length;
  if (page.first !== undefined && page.first !== null) end = Math.min(end, start + page.first);
  else start = Math.max(start, end - size);
  const nodes = items.slice(start, end);
  return {
    totalCount: items.length,
    nodes: () => nodes.map(show),
    edges: () => nodes.map((item, i) => ({ cursor: cursor(start + i), node: show(item) })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length > 0 ? cursor(start) : null,
      endCursor: nodes.length > 0 ? cursor(end - 1) : null,
    },
  };
}
