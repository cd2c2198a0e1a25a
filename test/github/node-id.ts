/** GitHub's node ids: opaque to the App, a prefix and a number here. */
export const nodeId = (prefix: string, id: number | string): string =>
  `${prefix}_${Buffer.from(`${prefix}:${id}`).toString("base64url")}`;

/** The prefix and the number in a node id; undefined when it is none of ours. */
export function parseNodeId(text: string): { prefix: string; id: string } | undefined {
  const [prefix, encoded] = text.split("_");
  if (prefix === undefined || encoded === undefined) return undefined;
  const [inner, id] = Buffer.from(encoded, "base64url").toString("utf8").split(":");
  return inner === prefix && id !== undefined ? { prefix, id } : undefined;
}
