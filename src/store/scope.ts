/** Who may find what was read: contents and facts are kept under a scope and never found under another. */

/** Content of public repositories, which anybody may read: shared by all installations. */
export const PUBLIC_SCOPE = "public";

/** What the scopes of installations begin with; the id follows. */
export const INSTALLATION_SCOPE = "installation ";

/** Content of an installation's private repositories: found by that installation only, and gone when it goes. */
export function installationScope(installation: number): string {
  return `${INSTALLATION_SCOPE}${installation}`;
}
