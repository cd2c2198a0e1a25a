/** What the App did that GitHub's own descriptions or documented limits do not allow. Tests assert that there is none. */
export interface Violation {
  /**
   * `request`: against the OpenAPI description. `graphql`: against the GraphQL schema. `limit`: above a documented limit.
   * `permission`: beyond the App's manifest. `response`: the local GitHub itself answered against the description.
   */
  readonly kind: "request" | "graphql" | "limit" | "permission" | "response";
  /** `POST /repos/{owner}/{repo}/check-runs`, or the name of a GraphQL field. */
  readonly where: string;
  readonly problem: string;
}
