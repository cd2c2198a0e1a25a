/** Every step of every table, in the order in which they depend on each other. */
import type { Migration } from "../database/database.ts";
import { QUEUE_MIGRATIONS } from "../queue/migrations.ts";
import { STORE_MIGRATIONS } from "../store/migrations.ts";
import { UPKEEP_MIGRATIONS } from "../upkeep/claims.ts";

export const MIGRATIONS: readonly Migration[] = [...QUEUE_MIGRATIONS, ...STORE_MIGRATIONS, ...UPKEEP_MIGRATIONS];
