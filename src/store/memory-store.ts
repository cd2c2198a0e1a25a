/** A store that lives as long as the process, within bounds. */
import type { FactsCache } from "../evidence/facts-cache.ts";
import type { Report } from "../report/schema.ts";
import type { GitHubBlob } from "../snapshot/github.ts";
import { Lru } from "./lru.ts";
import { MemoryFacts } from "./memory-facts.ts";
import type { AuditKey, KnownRepository, Published, Store } from "./store.ts";

const NOTHING: Published = { isCheckDone: false, comments: [], answered: [], base: undefined, attempt: undefined };
const COMMITS = 20_000;
/** Reports run to some hundred kilobytes each once they are objects. */
const REPORTS = 500;
const BLOB_BYTES = 64 * 1024 * 1024;

/** Source of the bounds: about 400 MB at the very most, in a process that idles at 100 MB. */
export class MemoryStore implements Store {
  readonly #audits = new Lru<Report>(REPORTS);
  readonly #published = new Lru<Published>(COMMITS);
  readonly #trees = new Lru<string>(COMMITS);
  readonly #latest = new Lru<string>(COMMITS);
  readonly #comments = new Lru<string>(COMMITS);
  readonly #repositories = new Lru<KnownRepository>(COMMITS);
  readonly #blobs = new Lru<GitHubBlob>(BLOB_BYTES);
  readonly #facts = new MemoryFacts();

  async audit(key: AuditKey): Promise<Report | undefined> {
    return this.#audits.get(auditKey(key));
  }
  async rememberAudit(key: AuditKey, report: Report): Promise<void> {
    this.#audits.set(auditKey(key), report);
  }

  async published(repository: number, head: string): Promise<Published> {
    return this.#published.get(`${repository}/${head}`) ?? NOTHING;
  }
  async rememberPublished(repository: number, head: string, published: Published): Promise<void> {
    this.#published.set(`${repository}/${head}`, published);
  }

  async tree(repository: number, head: string): Promise<string | undefined> {
    return this.#trees.get(`${repository}/${head}`);
  }
  async rememberTree(repository: number, head: string, tree: string): Promise<void> {
    this.#trees.set(`${repository}/${head}`, tree);
  }

  async latest(repository: number, ref: string): Promise<string | undefined> {
    return this.#latest.get(`${repository}/${ref}`);
  }
  async rememberLatest(repository: number, ref: string, head: string): Promise<void> {
    this.#latest.set(`${repository}/${ref}`, head);
  }

  async comment(repository: number, pullRequest: number): Promise<string | undefined> {
    return this.#comments.get(`${repository}/${pullRequest}`);
  }
  async rememberComment(repository: number, pullRequest: number, id: string): Promise<void> {
    this.#comments.set(`${repository}/${pullRequest}`, id);
  }

  async repository(repository: number): Promise<KnownRepository> {
    return this.#repositories.get(`${repository}/`) ?? {};
  }
  async rememberRepository(repository: number, known: Partial<KnownRepository>): Promise<void> {
    this.#repositories.set(`${repository}/`, { ...(await this.repository(repository)), ...known });
  }

  async forgetPolicies(owner: string): Promise<void> {
    for (const [key, known] of this.#repositories.entries())
      if (known.owner === owner) this.#repositories.set(key, { ...known, policy: undefined });
  }

  async blob(scope: string, sha: string): Promise<GitHubBlob | undefined> {
    return this.#blobs.get(`${scope}/${sha}`);
  }
  async rememberBlob(scope: string, sha: string, blob: GitHubBlob): Promise<void> {
    // An answer that was not to be had today may be tomorrow.
    if (blob.kind === "unavailable") return;
    this.#blobs.set(`${scope}/${sha}`, blob, blob.kind === "bytes" ? blob.bytes.length + 200 : 200);
  }

  facts(scope: string): FactsCache {
    return this.#facts.scope(scope);
  }

  async forgetRepository(repository: number): Promise<void> {
    for (const known of [
      this.#audits,
      this.#published,
      this.#trees,
      this.#latest,
      this.#comments,
      this.#repositories,
    ] as const)
      known.deletePrefix(`${repository}/`);
  }
  async forgetScope(scope: string): Promise<void> {
    this.#blobs.deletePrefix(`${scope}/`);
    this.#facts.forgetScope(scope);
  }
}

function auditKey(key: AuditKey): string {
  return `${key.repository}/${key.tree}/${key.rules}`;
}
