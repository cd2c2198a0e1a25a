/** The tables of owed work. */
import type { Migration } from "../database/database.ts";

/**
 * `owed.value` is `json`, not `jsonb`: it is kept as it was written, where `jsonb` refuses texts with a NUL in them, which
 * a repository may hold. `spent` counts tenths of attempts: a pause by a rate limit costs one of them.
 */
export const QUEUE_MIGRATIONS: readonly Migration[] = [
  {
    name: "queue 001 deliveries, owed, pauses",
    statements: [
      `CREATE SCHEMA IF NOT EXISTS openness`,
      `CREATE TABLE openness.deliveries (
        id text COLLATE "C" PRIMARY KEY,
        taken_at timestamptz NOT NULL DEFAULT now()
      )`,
      `CREATE INDEX deliveries_taken_at ON openness.deliveries (taken_at)`,
      `CREATE TABLE openness.owed (
        id bigserial PRIMARY KEY,
        delivery text COLLATE "C" NOT NULL,
        key text COLLATE "C" NOT NULL,
        lane text COLLATE "C" NOT NULL,
        "group" text COLLATE "C" NOT NULL,
        priority integer NOT NULL,
        value json NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now(),
        spent integer NOT NULL DEFAULT 0,
        reason text,
        dead_at timestamptz,
        letter bigint
      )`,
      `CREATE INDEX owed_key ON openness.owed (key, id) WHERE dead_at IS NULL`,
      `CREATE INDEX owed_delivery ON openness.owed (delivery)`,
      `CREATE INDEX owed_letter ON openness.owed (letter) WHERE dead_at IS NOT NULL`,
      `CREATE TABLE openness.pauses (
        "group" text COLLATE "C" PRIMARY KEY,
        until timestamptz NOT NULL
      )`,
    ],
  },
];
