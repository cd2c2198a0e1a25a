/** Which process this is, so that another one can ask later whether it still lives. */
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

export interface ProcessName {
  readonly pid: number;
  readonly host: string;
  /** The same for processes that can see each other by their ids: the machine's boot and the container. */
  readonly place: string;
  /** When the process began, in the system's ticks: ids are given again. Empty where the system does not tell. */
  readonly started: string;
}

export function thisProcess(): ProcessName {
  const boot = attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const namespace = attempt(() => readlinkSync("/proc/self/ns/pid"));
  return {
    pid: process.pid,
    host: hostname(),
    place: [hostname(), boot, namespace].join(" "),
    started: startOf("self"),
  };
}

/** Whether the process still lives; only for one of the same place. */
export function isAlive({ pid, started }: ProcessName): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const now = startOf(pid);
  return started === "" || now === "" || now === started;
}

/** The 22nd field of proc_pid_stat(5); the second is a name in brackets, which may hold spaces and brackets. */
function startOf(pid: number | "self"): string {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
