/** Writes a value as JSON; halves of surrogate pairs, which strict readers refuse, are replaced. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === "string" ? item.toWellFormed() : item), 2);
