/** The tables of what is remembered. */
import type { Migration } from "../database/database.ts";

/**
 * Texts that rows are found by compare byte by byte (`COLLATE "C"`): an index in the order of a language is broken by the
 * next version of the system's C library. Values are packed already, so they are stored as they are, out of the row.
 */
export const STORE_MIGRATIONS: readonly Migration[] = [
  {
    name: "store 001 audits, commits, refs, comments, repositories, contents, facts",
    statements: [
      `CREATE SCHEMA IF NOT EXISTS openness`,
      `CREATE TABLE openness.audits (
        repository bigint NOT NULL,
        tree text COLLATE "C" NOT NULL,
        rules text COLLATE "C" NOT NULL,
        report bytea NOT NULL,
        used_on date NOT NULL,
        PRIMARY KEY (repository, tree, rules)
      )`,
      `ALTER TABLE openness.audits ALTER COLUMN report SET STORAGE EXTERNAL`,
      `CREATE INDEX audits_used_on ON openness.audits (used_on)`,
      `CREATE TABLE openness.commits (
        repository bigint NOT NULL,
        head text COLLATE "C" NOT NULL,
        tree text,
        published bytea,
        used_on date NOT NULL,
        PRIMARY KEY (repository, head)
      )`,
      `CREATE INDEX commits_used_on ON openness.commits (used_on)`,
      `CREATE TABLE openness.refs (
        repository bigint NOT NULL,
        ref text COLLATE "C" NOT NULL,
        head text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (repository, ref)
      )`,
      `CREATE INDEX refs_at ON openness.refs (at)`,
      `CREATE TABLE openness.comments (
        repository bigint NOT NULL,
        pull_request bigint NOT NULL,
        comment text NOT NULL,
        PRIMARY KEY (repository, pull_request)
      )`,
      `CREATE TABLE openness.repositories (
        id bigint PRIMARY KEY,
        installation bigint,
        owner text COLLATE "C",
        name text,
        is_private boolean,
        is_model boolean,
        node_id text,
        default_branch text,
        audited_head text,
        policy bytea
      )`,
      `CREATE INDEX repositories_installation ON openness.repositories (installation)`,
      `CREATE INDEX repositories_owner ON openness.repositories (owner)`,
      `CREATE INDEX repositories_model ON openness.repositories (id) WHERE is_model`,
      `CREATE TABLE openness.blobs (
        scope text COLLATE "C" NOT NULL,
        sha text COLLATE "C" NOT NULL,
        blob bytea NOT NULL,
        used_on date NOT NULL,
        PRIMARY KEY (scope, sha)
      )`,
      `ALTER TABLE openness.blobs ALTER COLUMN blob SET STORAGE EXTERNAL`,
      `CREATE INDEX blobs_used_on ON openness.blobs (used_on)`,
      `CREATE TABLE openness.facts (
        scope text COLLATE "C" NOT NULL,
        sha text COLLATE "C" NOT NULL,
        path text COLLATE "C" NOT NULL,
        version text COLLATE "C" NOT NULL,
        facts bytea NOT NULL,
        used_on date NOT NULL,
        PRIMARY KEY (scope, sha, path, version)
      )`,
      `ALTER TABLE openness.facts ALTER COLUMN facts SET STORAGE EXTERNAL`,
      `CREATE INDEX facts_used_on ON openness.facts (used_on)`,
      `CREATE TABLE openness.backfills (
        installation bigint PRIMARY KEY,
        cursor text,
        listed integer NOT NULL,
        looked integer NOT NULL,
        models integer NOT NULL,
        queued integer NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz
      )`,
    ],
  },
  {
    name: "store 002 commands",
    statements: [
      `CREATE TABLE openness.commands (
        repository bigint NOT NULL,
        pull_request integer NOT NULL,
        at timestamptz NOT NULL
      )`,
      `CREATE INDEX commands_of ON openness.commands (repository, pull_request, at)`,
      `CREATE INDEX commands_at ON openness.commands (at)`,
    ],
  },
  {
    name: "store 003 repositories that show check runs",
    statements: [
      `ALTER TABLE openness.repositories ADD COLUMN is_checked boolean`,
      // What held a model had a check run.
      `UPDATE openness.repositories SET is_checked = true WHERE is_model`,
    ],
  },
  {
    name: "store 004 what other hosts said",
    statements: [
      `CREATE TABLE openness.remote_facts (
        key text COLLATE "C" PRIMARY KEY,
        fact bytea NOT NULL,
        asked_on date NOT NULL
      )`,
      `CREATE INDEX remote_facts_asked_on ON openness.remote_facts (asked_on)`,
    ],
  },
  {
    name: "store 005 which command was carried out",
    statements: [
      `ALTER TABLE openness.commands ADD COLUMN command text COLLATE "C"`,
      `CREATE UNIQUE INDEX commands_once ON openness.commands (repository, pull_request, command)`,
    ],
  },
  {
    name: "store 006 lists read ahead of audits",
    statements: [
      `CREATE TABLE openness.lists (
        repository bigint PRIMARY KEY,
        tree text COLLATE "C" NOT NULL,
        entries bytea NOT NULL,
        kept_on date NOT NULL
      )`,
      `ALTER TABLE openness.lists ALTER COLUMN entries SET STORAGE EXTERNAL`,
      `CREATE INDEX lists_kept_on ON openness.lists (kept_on)`,
    ],
  },
];
