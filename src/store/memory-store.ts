/** A store that lives as long as the process, within bounds. */
import type { Report } from "../report/schema.ts";
import type { GitHubBlob } from "../snapshot/github.ts";
import type { FactsFile, KeptFacts } from "./facts.ts";
import { Lru } from "./lru.ts";
import { MemoryFacts } from "./memory-facts.ts";
import { installationScope } from "./scope.ts";
import type { AuditKey, Backfill, KnownRepository, Published, RefState, RepositoryWithId, Store } from "./store.ts";

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
  readonly #refs = new Lru<RefState>(COMMITS);
  readonly #comments = new Lru<string>(COMMITS);
  readonly #repositories = new Lru<KnownRepository>(COMMITS);
  readonly #blobs = new Lru<GitHubBlob>(BLOB_BYTES);
  readonly #facts = new MemoryFacts();
  readonly #backfills = new Map<number, Backfill>();

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

  async ref(repository: number, ref: string): Promise<RefState | undefined> {
    return this.#refs.get(`${repository}/${ref}`);
  }
  async rememberRef(repository: number, ref: string, head: string, at: Date): Promise<boolean> {
    const known = this.#refs.get(`${repository}/${ref}`);
    if (known !== undefined && known.at > at) return false;
    this.#refs.set(`${repository}/${ref}`, { head, at });
    return true;
  }
  async latest(repository: number, ref: string): Promise<string | undefined> {
    return this.#refs.get(`${repository}/${ref}`)?.head;
  }
  async rememberLatest(repository: number, ref: string, head: string): Promise<void> {
    await this.rememberRef(repository, ref, head, new Date());
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

  async blobs(scope: string, shas: readonly string[]): Promise<ReadonlyMap<string, GitHubBlob>> {
    const found = shas.map((sha) => [sha, this.#blobs.get(`${scope}/${sha}`)] as const);
    return new Map(found.flatMap(([sha, blob]) => (blob === undefined ? [] : [[sha, blob]])));
  }
  async rememberBlobs(scope: string, blobs: ReadonlyMap<string, GitHubBlob>): Promise<void> {
    for (const [sha, blob] of blobs) {
      // An answer that was not to be had today may be tomorrow.
      if (blob.kind !== "unavailable")
        this.#blobs.set(`${scope}/${sha}`, blob, blob.kind === "bytes" ? blob.bytes.length + 200 : 200);
    }
  }

  async facts(scope: string, _files: readonly FactsFile[]): Promise<KeptFacts> {
    return { ...this.#facts.scope(scope), save: async () => undefined };
  }

  async rememberRepositories(repositories: readonly RepositoryWithId[]): Promise<void> {
    for (const { id, ...known } of repositories) await this.rememberRepository(id, known);
  }
  async repositories(installation: number): Promise<RepositoryWithId[]> {
    return this.#all().filter((known) => known.installation === installation);
  }
  async *modelRepositories(): AsyncGenerator<RepositoryWithId> {
    yield* this.#all().filter(({ isModelRepository }) => isModelRepository === true);
  }
  async backfill(installation: number): Promise<Backfill | undefined> {
    return this.#backfills.get(installation);
  }
  async rememberBackfill(backfill: Backfill): Promise<void> {
    this.#backfills.set(backfill.installation, backfill);
  }
  async backfills(): Promise<Backfill[]> {
    return [...this.#backfills.values()];
  }
  async unfinishedBackfills(): Promise<Backfill[]> {
    return [...this.#backfills.values()].filter(({ finishedAt }) => finishedAt === undefined);
  }
  async forgetInstallation(installation: number): Promise<number> {
    const repositories = await this.repositories(installation);
    for (const { id } of repositories) await this.forgetRepository(id);
    await this.forgetScope(installationScope(installation));
    this.#backfills.delete(installation);
    return repositories.length;
  }
  async prune(): Promise<number> {
    return 0;
  }

  async forgetRepository(repository: number): Promise<void> {
    for (const known of [
      this.#audits,
      this.#published,
      this.#trees,
      this.#refs,
      this.#comments,
      this.#repositories,
    ] as const)
      known.deletePrefix(`${repository}/`);
  }
  async forgetScope(scope: string): Promise<void> {
    this.#blobs.deletePrefix(`${scope}/`);
    this.#facts.forgetScope(scope);
  }

  #all(): RepositoryWithId[] {
    return this.#repositories.entries().map(([key, known]) => ({ id: Number(key.slice(0, -1)), ...known }));
  }
}

function auditKey(key: AuditKey): string {
  return `${key.repository}/${key.tree}/${key.rules}`;
}
