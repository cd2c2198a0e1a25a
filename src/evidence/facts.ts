import type { Said } from "../messages/said.ts";
import type { Entry, Snapshot } from "../snapshot/snapshot.ts";
import type { Considered } from "./artifacts/shared/considered.ts";
import type { Document } from "./documents/document.ts";
import type { CitationFile, ConfigFile, DataFile, MediaFile, ResultFile, WeightFile } from "./files/files.ts";
import type { SourceFile } from "./source/source.ts";

/** Everything that was seen in a snapshot, before any verdict: what each artifact rule is a function of. */
export interface Facts {
  readonly snapshot: Snapshot;
  /** Entries that are neither ignored by the owner nor vendored; in tree order. */
  readonly entries: readonly Entry[];
  /** Root README first, then by depth and path. */
  readonly documents: readonly Document[];
  readonly sources: readonly SourceFile[];
  readonly weights: readonly WeightFile[];
  readonly results: readonly ResultFile[];
  readonly data: readonly DataFile[];
  readonly configs: readonly ConfigFile[];
  readonly media: readonly MediaFile[];
  readonly citations: readonly CitationFile[];
  /** Names by which the documents call the model, as letters and digits in lower case: from titles, the repository's name, hub ids. */
  readonly modelNames: readonly string[];
  /** Hub organisations that publish for this repository, in lower case. */
  readonly ownOrganisations: readonly string[];
  /** Why some of the tree could not be seen; empty when everything could. */
  readonly blindSpots: readonly string[];
  /** The same with code and values. */
  readonly blindSpotsSaid: readonly Said[];
  /** Told of every candidate that a rule looks at, where somebody asks for the reasons; it changes no outcome. */
  readonly onConsidered?: ((candidate: Considered) => void) | undefined;
}
