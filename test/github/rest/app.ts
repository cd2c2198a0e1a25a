/** The App itself: its installations, their tokens, and the deliveries of its webhook. */
import { notFound, Refusal } from "../world.ts";
import { ok, paged, type Route, repositoryOf } from "./route.ts";

type TokenRequest = {
  repositories?: readonly string[];
  repository_ids?: readonly number[];
  permissions?: Readonly<Record<string, string>>;
};

const limit = { limit: 5000, used: 0, remaining: 5000, reset: 0 };
const resource = (): typeof limit => ({ ...limit, reset: Math.floor(Date.now() / 1000) + 3600 });

export const APP_ROUTES: readonly Route[] = [
  {
    operation: "GET /app",
    caller: "app",
    handle: ({ shapes, world }) =>
      ok({ ...shapes.integration(world.bot), installations_count: world.installations.size }),
  },
  {
    operation: "GET /app/installations",
    caller: "app",
    handle(call) {
      const { items, headers } = paged(call, [...call.world.installations.values()]);
      return ok(
        items.map((installation) => call.shapes.installation(installation)),
        headers,
      );
    },
  },
  {
    operation: "GET /app/installations/{installation_id}",
    caller: "app",
    handle({ params, shapes, world }) {
      const installation = world.installations.get(Number(params.installation_id));
      if (installation === undefined) throw notFound();
      return ok(shapes.installation(installation));
    },
  },
  {
    operation: "POST /app/installations/{installation_id}/access_tokens",
    caller: "app",
    handle({ authentication, body, params, shapes, world }) {
      const installation = world.installations.get(Number(params.installation_id));
      if (installation === undefined) throw notFound();
      if (installation.suspended) throw new Refusal(403, "FORBIDDEN", "This installation has been suspended");
      const { repositories, repository_ids: ids, permissions } = (body ?? {}) as TokenRequest;
      const mine = [...world.repositories.values()].filter((one) => one.installation === installation);
      const chosen =
        repositories === undefined && ids === undefined
          ? undefined
          : mine.filter((one) => repositories?.includes(one.name) === true || ids?.includes(one.id) === true);
      if (chosen !== undefined && chosen.length !== (repositories ?? ids ?? []).length) {
        const message =
          "There is at least one repository that does not exist or is not accessible to the parent installation.";
        throw new Refusal(422, "UNPROCESSABLE", message);
      }
      const token = authentication.issue(installation, {
        ...(chosen === undefined ? {} : { repositoryIds: chosen.map((one) => one.id) }),
        ...(permissions === undefined ? {} : { permissions }),
      });
      return {
        status: 201,
        body: {
          token: token.token,
          expires_at: `${new Date(token.expiresAt).toISOString().slice(0, 19)}Z`,
          permissions: token.authority.permissions ?? {},
          repository_selection: "selected",
          ...(chosen === undefined ? {} : { repositories: chosen.map((one) => shapes.repository(one)) }),
        },
      };
    },
  },
  {
    operation: "GET /repos/{owner}/{repo}/installation",
    caller: "app",
    handle(call) {
      const { installation } = repositoryOf(call);
      if (installation === undefined) throw notFound();
      return ok(call.shapes.installation(installation));
    },
  },
  {
    operation: "GET /installation/repositories",
    caller: "installation",
    handle(call) {
      if (call.authority.kind !== "installation") throw notFound();
      const all = call.authentication.repositoriesOf(call.authority);
      const { items, headers } = paged(call, all);
      const repositories = items.map((one) => call.shapes.repository(one));
      return ok({ total_count: all.length, repository_selection: "selected", repositories }, headers);
    },
  },
  {
    operation: "GET /rate_limit",
    caller: "any",
    handle: () => ok({ resources: { core: resource(), search: resource(), graphql: resource() }, rate: resource() }),
  },
  {
    operation: "GET /app/hook/deliveries",
    caller: "app",
    handle(call) {
      const size = Math.min(100, Math.max(1, Number(call.query.get("per_page") ?? 30)));
      const start = Number(call.query.get("cursor")?.replace("v1_", "") ?? 0);
      const wanted = call.query.get("status");
      // Newest first, as GitHub lists them.
      const all = call.deliveries.log
        .filter(
          (one) => wanted === null || (one.status_code >= 200 && one.status_code < 300) === (wanted === "success"),
        )
        .reverse();
      const query = new URLSearchParams(call.query);
      query.set("cursor", `v1_${start + size}`);
      const more = start + size < all.length;
      return ok(
        all.slice(start, start + size).map((one) => call.deliveries.item(one)),
        more ? { link: `<${call.url}?${query}>; rel="next"` } : {},
      );
    },
  },
  {
    operation: "GET /app/hook/deliveries/{delivery_id}",
    caller: "app",
    handle({ deliveries, params }) {
      const delivery = deliveries.log.find((one) => one.id === Number(params.delivery_id));
      if (delivery === undefined) throw notFound();
      return ok(deliveries.details(delivery));
    },
  },
  {
    operation: "POST /app/hook/deliveries/{delivery_id}/attempts",
    caller: "app",
    handle({ deliveries, params }) {
      const delivery = deliveries.log.find((one) => one.id === Number(params.delivery_id));
      if (delivery === undefined) throw notFound();
      // GitHub accepts at once and delivers afterwards.
      setImmediate(() => void deliveries.redeliver(delivery));
      return { status: 202, body: {} };
    },
  },
];
