/** What upkeep needs of the rest of the program. */
import type { Logger } from "pino";
import type { Store } from "../store/store.ts";

/** Cursor of a back-fill that has the whole list; before that it is the page that comes next and the list's length. */
export const LISTED = "listed";

/** The part of the store that upkeep reads and writes. */
export type UpkeepStore = Pick<
  Store,
  | "repositories"
  | "modelRepositories"
  | "rememberRepositories"
  | "ref"
  | "backfill"
  | "unfinishedBackfills"
  | "rememberBackfill"
  | "rememberLists"
>;

export type UpkeepLog = Pick<Logger, "info" | "warn" | "debug">;
