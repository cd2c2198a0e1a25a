/**
 * The line before one host: so many questions at once, so far apart, so many in a time, and none for a while after it
 * did not answer or asked for a pause. What may not be asked now is not waited for beyond the time that there is.
 */
import { type Answer, type Ask, NoAnswer, type Question } from "./transport.ts";

export interface LaneRules {
  /** Questions at once. */
  readonly atOnce: number;
  /** Milliseconds from one question's start to the next's. */
  readonly apart: number;
  /** Questions within `window` milliseconds, well below what the host allows a caller without a name. */
  readonly most: number;
  readonly window: number;
}

/** No question could be put: the host rests, or its budget is spent. */
export class Resting extends Error {}

/** How long a host that could not be reached, or asked for a pause without saying how long, is left alone. */
const REST = 60_000;
const LONGEST_REST = 3_600_000;

export class Lane {
  readonly #rules: LaneRules;
  readonly #ask: Ask;
  readonly #now: () => number;
  readonly #starts: number[] = [];
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #nextStart = 0;
  #restsUntil = 0;

  constructor(rules: LaneRules, ask: Ask, now: () => number = Date.now) {
    this.#rules = rules;
    this.#ask = ask;
    this.#now = now;
  }

  /** @throws {NoAnswer | Resting} */
  async ask(question: Question): Promise<Answer> {
    await this.#turn(question.signal);
    try {
      const answer = await this.#ask(question);
      if (answer.status === 429 || isSpent(answer)) this.#rest(pauseOf(answer, this.#now()));
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer && error.why === "unreachable") this.#rest(REST);
      throw error;
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    this.#check(signal);
    while (this.#running >= this.#rules.atOnce) {
      await until((wake) => this.#waiting.push(wake), signal);
      this.#check(signal);
    }
    // Taken before the wait, so that two that wait do not start together.
    this.#running += 1;
    const start = Math.max(this.#now(), this.#nextStart);
    this.#nextStart = start + this.#rules.apart;
    this.#starts.push(start);
    const wait = start - this.#now();
    try {
      if (wait > 0) await until((wake) => setTimeout(wake, wait), signal);
      this.#check(signal);
    } catch (error) {
      this.#running -= 1;
      this.#waiting.shift()?.();
      throw error;
    }
  }

  #check(signal: AbortSignal): void {
    const now = this.#now();
    const { most, window } = this.#rules;
    while ((this.#starts[0] ?? now) < now - window) this.#starts.shift();
    if (signal.aborted) throw new NoAnswer("too-slow", "there was no time left");
    if (now < this.#restsUntil) throw new Resting("the host is left alone for now");
    if (this.#starts.length > most) throw new Resting("the budget for the host is spent");
  }

  #rest(milliseconds: number): void {
    this.#restsUntil = Math.max(this.#restsUntil, this.#now() + Math.min(milliseconds, LONGEST_REST));
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

/** Resolves when it is woken, or when there is no time left. */
function until(arrange: (wake: () => void) => unknown, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      signal.removeEventListener("abort", wake);
      resolve();
    };
    signal.addEventListener("abort", wake, { once: true });
    arrange(wake);
  });
}

/** GitHub says "forbidden" when its budget is spent (REST documentation, "Rate limits"). */
const isSpent = ({ status, headers }: Answer): boolean => status === 403 && headers["x-ratelimit-remaining"] === "0";

function pauseOf({ headers }: Answer, now: number): number {
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after > 0) return after * 1000;
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  if (Number.isFinite(reset) && reset > now) return reset - now;
  // `RateLimit: "api";r=0;t=123` (Hugging Face, "Rate limits").
  const seconds = Number(/;\s{0,5}t=(\d{1,6})/.exec((headers.ratelimit ?? "").slice(0, 300))?.[1]);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : REST;
}
