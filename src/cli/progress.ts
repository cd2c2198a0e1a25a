/** Work shorter than this shows nothing. */
const SHOW_AFTER_MS = 800;

/** Runs work, and on a terminal says that it goes on when it takes long; the line is wiped at the end. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  if (process.stderr.isTTY !== true) return work();
  const started = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    process.stderr.write(`\r\u001b[K${what} … ${seconds} s`);
  }, SHOW_AFTER_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.stderr.write("\r\u001b[K");
  }
}
