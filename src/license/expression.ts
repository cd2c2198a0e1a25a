/**
 * An SPDX expression over identifiers that all apply. The written form allows letters, digits, dots and hyphens in a
 * LicenseRef, so a plus sign in one is written out (SPDX 2.3, annex D).
 */
export function expressionOf(ids: readonly string[]): string | undefined {
  const parts = [...new Set(ids)].map(expressionId);
  return parts.length === 0 ? undefined : parts.join(" AND ");
}

/** An identifier as it may stand in an SPDX expression. */
export function expressionId(id: string): string {
  return id.startsWith("LicenseRef-") ? id.replaceAll("+", "plus") : id;
}
