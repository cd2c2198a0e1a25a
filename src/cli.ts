#!/usr/bin/env node
/** The `openness` command: arguments in, exit code out. */
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// What Node makes of the sources is kept between runs, which halves the time to load them. Where nothing can be
// written there, nothing is kept.
enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/openness"));

const { main } = await import("./cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
