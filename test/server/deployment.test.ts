/** The container, the Compose file and the Kubernetes manifests, held against the settings and against each other. */
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { readSettings } from "../../src/server/settings.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Names that `.env.example` explains. */
const EXPLAINED = new Set([...read(".env.example").matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!));
/** Seconds until running work is cut off, as the settings have it where nothing is said. */
const DRAIN_SECONDS =
  readSettings({ WEBHOOK_SECRET: "a secret", DATABASE_URL: "postgres://db/openness" }, "web").drainTimeout / 1000;

describe("the container", () => {
  const lines = read("Dockerfile")
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const said = (instruction: string): string[] =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));

  it("is built from a base of a full version, in two stages", () => {
    expect(said("ARG")).toEqual([expect.stringMatching(/^NODE_IMAGE=node:\d+\.\d+\.\d+-bookworm-slim$/)]);
    expect(said("FROM")).toEqual([expect.stringContaining("NODE_IMAGE"), expect.stringContaining("NODE_IMAGE")]);
    const { optionalDependencies } = JSON.parse(read("package.json")) as Record<string, object>;
    // The tests run on the same Node.
    expect(Object.values(optionalDependencies ?? {})[0]).toBe(/node:([\d.]+)-/.exec(said("ARG")[0]!)?.[1]);
    expect(said("RUN")[0]).toMatch(/^npm ci --omit=dev --omit=optional --ignore-scripts/);
  });

  it("runs as somebody who is not root, without a package manager, and writes to /data only", () => {
    expect(said("USER")).toEqual(["node"]);
    const user = last.indexOf("USER node");
    expect(last.findIndex((line) => line.startsWith("ENTRYPOINT"))).toBeGreaterThan(user);
    // Nothing of the program belongs to the user who runs it.
    expect(said("COPY").filter((line) => line.includes("--chown"))).toEqual([]);
    expect(said("VOLUME")).toEqual(["/data"]);
    expect(last.find((line) => line.startsWith("ENV "))).toContain("DATA_DIR=/data");
    expect(last.find((line) => line.startsWith("RUN rm -rf"))).toContain("/usr/local/lib/node_modules");
  });

  it("takes no secret in, and only files that are there", () => {
    for (const line of lines) expect(line).not.toMatch(/PRIVATE_KEY|SECRET|TOKEN|PASSWORD|[ /]\.env/);
    const ignored = read(".dockerignore").split("\n");
    expect(ignored).toContain("*");
    const copied = said("COPY")
      .filter((line) => !line.startsWith("--from"))
      .flatMap((line) => line.split(" ").slice(0, -1));
    for (const path of copied) {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      expect(ignored, path).toContain(`!${path}`);
    }
  });

  it("is asked whether it lives, and stops in order", () => {
    const [check] = said("HEALTHCHECK");
    expect(check).toContain("/healthz");
    expect(said("STOPSIGNAL")).toEqual(["SIGTERM"]);
    const [, code] = /"-e", "([^"]+)"/.exec(check!)!;
    // Nothing listens on that port: the check has to fail rather than hang or pass.
    const run = () => execFileSync(process.execPath, ["-e", code!], { env: { PORT: "1" }, stdio: "pipe" });
    expect(run).toThrow();
  });

  it("starts the program as it is", () => {
    const [entry] = said("ENTRYPOINT").map((line) => JSON.parse(line) as string[]);
    expect(entry?.[0]).toBe("node");
    const help = execFileSync(process.execPath, [join(ROOT, entry![1]!), "--help"], { encoding: "utf8" });
    for (const [command] of said("CMD")
      .slice(-1)
      .map((line) => JSON.parse(line) as string[]))
      expect(help).toContain(`  ${command}`);
  });
});

interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly read_only: boolean;
  readonly user?: string;
  readonly cap_drop: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt: readonly string[];
  readonly privileged?: boolean;
  readonly ports?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly stop_grace_period: string;
  readonly networks: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

describe("compose.yaml", () => {
  const compose = parse(read("compose.yaml"), { merge: true }) as {
    readonly services: Readonly<Record<string, ComposeService>>;
    readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  };
  const { web, worker, database } = compose.services;

  it.each(Object.entries(compose.services))("%s may do no more than it has to", (_, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(["ALL"]);
    expect(service).not.toHaveProperty("cap_add");
    expect(service).not.toHaveProperty("privileged");
    expect(service.security_opt).toContain("no-new-privileges:true");
    expect(service.user ?? "node").not.toMatch(/^(?:0|root)\b/);
    expect(Number.parseInt(service.stop_grace_period, 10)).toBeGreaterThan(DRAIN_SECONDS);
  });

  it("gives each process the credentials that it needs, from .env, and no others", () => {
    expect(web?.environment).toHaveProperty("WEBHOOK_SECRET");
    for (const name of ["PRIVATE_KEY", "APP_ID"]) expect(web?.environment).not.toHaveProperty(name);
    expect(worker?.environment).not.toHaveProperty("WEBHOOK_SECRET");
    for (const name of ["PRIVATE_KEY", "APP_ID"]) expect(worker?.environment).toHaveProperty(name);
    const asked = [...read("compose.yaml").matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
    expect(asked.length).toBeGreaterThan(8);
    for (const name of asked) expect(EXPLAINED, name).toContain(name);
    for (const { environment } of [web!, worker!])
      for (const name of Object.keys(environment)) expect(EXPLAINED, name).toContain(name);
    for (const [name, value] of Object.entries(worker!.environment))
      if (/SECRET|KEY|PASSWORD|DATABASE/.test(name)) expect(value, name).toContain("${");
  });

  it("is understood by the settings, role by role", () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const values: Record<string, string> = {
      POSTGRES_PASSWORD: "0f1e2d",
      WEBHOOK_SECRET: "a long secret",
      APP_ID: "7",
      PRIVATE_KEY: String(privateKey.export({ type: "pkcs8", format: "pem" })),
    };
    const filled = (service: ComposeService) =>
      Object.fromEntries(
        Object.entries(service.environment).map(([name, value]) => [
          name,
          value.replaceAll(/\$\{([A-Z_]+)(?::?([-?])([^}]*))?\}/g, (_, key: string, kind: string, other: string) =>
            values[key] === undefined ? (kind === "-" ? other : "") : values[key],
          ),
        ]),
      );
    for (const [role, service] of [
      ["web", web!],
      ["worker", worker!],
    ] as const) {
      expect(service.command).toEqual([role]);
      const env = filled(service);
      const settings = role === "web" ? readSettings(env, "web") : readSettings(env, "worker");
      expect(settings).toMatchObject({
        kind: role,
        metrics: { port: 9464 },
        database: { url: "postgres://openness:0f1e2d@database:5432/openness" },
      });
    }
  });

  it("shows the database to nobody outside, and waits for it", () => {
    expect(database).not.toHaveProperty("ports");
    expect(database?.networks.every((name) => compose.networks[name]?.internal === true)).toBe(true);
    expect(database?.healthcheck).toBeDefined();
    expect(database?.image).toMatch(/^postgres:\d+\.\d+-/);
    for (const service of [web!, worker!])
      expect(service.depends_on).toEqual({ database: { condition: "service_healthy" } });
    expect(web?.ports).toEqual(["127.0.0.1:3000:3000"]);
    expect(worker).not.toHaveProperty("ports");
  });
});

interface Container {
  readonly name: string;
  readonly args: readonly string[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
  readonly livenessProbe: { readonly httpGet: { readonly path: string; readonly port: string } };
  readonly readinessProbe: { readonly httpGet: { readonly path: string; readonly port: string } };
  readonly securityContext: object;
  readonly resources: { readonly requests: object; readonly limits: object };
  readonly lifecycle?: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly selector: { readonly matchLabels?: object } & Readonly<Record<string, unknown>>;
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: {
        readonly terminationGracePeriodSeconds: number;
        readonly automountServiceAccountToken: boolean;
        readonly securityContext: object;
        readonly containers: readonly Container[];
      };
    };
    readonly ports: readonly { readonly targetPort: string }[];
  };
}

describe("deploy/kubernetes.yaml", () => {
  const documents = parseAllDocuments(read("deploy/kubernetes.yaml"));
  const manifests = documents.map((document) => document.toJS() as Manifest);
  const deployments = manifests.filter(({ kind }) => kind === "Deployment");
  const pods = deployments.map(({ spec }) => spec.template);
  const containers = pods.flatMap(({ spec }) => spec.containers);

  it("is valid YAML with the kinds that it takes", () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    const kinds = manifests.map(({ kind }) => kind);
    for (const kind of ["Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy", "ServiceAccount"])
      expect(kinds).toContain(kind);
    expect(containers.map(({ args }) => args)).toEqual([["web"], ["worker"]]);
  });

  it.each(containers.map((container) => [container.name, container] as const))(
    "%s may do no more than it has to",
    (_, container) => {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      });
      const pod = pods.find(({ spec }) => spec.containers.includes(container))!.spec;
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(container.resources.limits).toHaveProperty("memory");
      expect(container.resources.requests).toHaveProperty("memory");
      const drain = Number(container.env.find(({ name }) => name === "DRAIN_SECONDS")?.value);
      const before = container.lifecycle?.preStop.sleep.seconds ?? 0;
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(drain + before);
    },
  );

  it.each(containers.map((container) => [container.name, container] as const))(
    "%s knows settings that exist, ports that agree, and secrets by reference only",
    (role, container) => {
      const value = (name: string) => container.env.find((one) => one.name === name)?.value;
      for (const { name, ...one } of container.env) {
        expect(EXPLAINED, name).toContain(name);
        const isSecret = /SECRET|KEY|DATABASE_URL|APP_ID|TOKEN/.test(name);
        expect(one, name).toHaveProperty(isSecret ? "valueFrom" : "value");
      }
      const ports = Object.fromEntries(container.ports.map(({ name, containerPort }) => [name, String(containerPort)]));
      expect(ports).toEqual({ http: value("PORT"), metrics: value("METRICS_PORT") });
      expect(container.livenessProbe.httpGet).toEqual({ path: "/healthz", port: "http" });
      expect(container.readinessProbe.httpGet).toEqual({ path: "/readyz", port: "http" });
      const names = container.env.map(({ name }) => name);
      expect(names.includes("WEBHOOK_SECRET")).toBe(role === "web");
      expect(names.includes("PRIVATE_KEY")).toBe(role === "worker");
    },
  );

  it("selects the pods that it makes", () => {
    const labels = pods.map(({ metadata }) => metadata.labels);
    for (const { kind, metadata, spec } of manifests) {
      if (kind !== "Deployment" && kind !== "PodDisruptionBudget" && kind !== "Service") continue;
      const wanted = Object.entries(spec.selector.matchLabels ?? spec.selector);
      const found = labels.filter((one) => wanted.every(([key, value]) => one[key] === value));
      expect(found, `${kind} ${metadata.name}`).toHaveLength(1);
    }
    const service = manifests.find(({ kind }) => kind === "Service");
    expect(service?.spec.ports).toMatchObject([{ targetPort: "http" }]);
  });
});
