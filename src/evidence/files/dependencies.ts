import { firstLines } from "./content.ts";
import { isObject, parseJson } from "./json.ts";

/** True for files that declare what the code needs, by their names (lower case). */
export function isDependencyName(lower: string): boolean {
  return (
    /^[\w.-]{0,60}requirements?[\w.-]{0,60}\.(?:txt|in)$/.test(lower) ||
    /^(?:environment|conda|env|conda[-_]env|environment[-_][\w.-]{1,40}|conda[-_][\w.-]{1,40})\.ya?ml$/.test(lower) ||
    /^(?:pyproject\.toml|setup\.py|setup\.cfg|pipfile|pipfile\.lock|poetry\.lock|uv\.lock|pdm\.lock|pixi\.toml|conda-lock\.yml|package\.json|cargo\.toml|go\.mod|install_deps\.sh|meta\.yaml)$/.test(
      lower,
    ) ||
    /^(?:dockerfile|containerfile)(?:[-_.][\w.-]{1,60})?$/.test(lower) ||
    /^[\w.-]{1,60}\.(?:dockerfile|def|sif\.def)$/.test(lower)
  );
}

/**
 * The line of the first dependency that a file declares; undefined when it declares none (a pyproject that only
 * configures a linter, an empty requirements file, a container file that installs nothing).
 */
export function linesOfDependencies(lower: string, text: string): number | undefined {
  const lines = firstLines(text, 2_000);
  if (lower.endsWith(".lock") || lower === "go.mod" || lower === "conda-lock.yml")
    return lines.some((line) => line.trim() !== "") ? 1 : undefined;
  if (lower === "package.json") return packageDependencies(text);
  if (/requirements?[\w.-]{0,60}\.(?:txt|in)$/.test(lower))
    return find(lines, /^\s{0,10}(?:[A-Za-z][\w.-]{0,80}|git\+https?:|https?:\/\/|-e\s|-r\s)/);
  if (lower === "pyproject.toml" || lower === "pixi.toml" || lower === "cargo.toml") return tomlDependencies(lines);
  if (lower === "setup.py")
    return find(lines, /(?:install_requires|requirements|dependencies)\s{0,10}=|install_requires/);
  if (lower === "setup.cfg") return find(lines, /^(?:install_requires|\[options\.extras_require\])/);
  if (lower === "pipfile") return after(lines, /^\[packages\]/, /^["\w]/);
  if (/\.ya?ml$/.test(lower)) return after(lines, /^(?:dependencies|requirements):/, /^\s{0,10}-\s|^\s{1,10}\w{1,20}:/);
  return find(
    lines,
    /\b(?:pip3?|conda|mamba|micromamba|apt|apt-get|apk|yum|dnf|uv|poetry|npm|pdm)\b.{0,60}\b(?:install|add|sync)\b|^\s{0,10}FROM\s{1,5}\S{1,200}(?:pytorch|torch|cuda|tensorflow|huggingface|nvidia|vllm|jax|python|qwen)/i,
  );
}

function tomlDependencies(lines: readonly string[]): number | undefined {
  return (
    after(lines, /^\s{0,4}(?:dependencies|requires-dist)\s{0,4}=\s{0,4}\[/, /["'][A-Za-z]/, true) ??
    after(
      lines,
      /^\[(?:tool\.poetry(?:\.group\.[\w-]{1,40})?\.dependencies|tool\.pixi\.dependencies|dependencies|project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-dependencies)\]/,
      /^["\w][\w.-]{0,80}["']?\s{0,4}=/,
    ) ??
    find(lines, /^\s{0,4}dynamic\s{0,4}=.{0,200}["']dependencies["']/)
  );
}

/** The development dependencies of a web page are no model library: only run-time ones count. */
function packageDependencies(text: string): number | undefined {
  const value = text.length > 200_000 ? undefined : parseJson(text);
  if (!isObject(value) || !isObject(value.dependencies) || Object.keys(value.dependencies).length === 0)
    return undefined;
  const at = text.indexOf('"dependencies"');
  return text.slice(0, Math.max(0, at)).split("\n").length;
}

function find(lines: readonly string[], pattern: RegExp): number | undefined {
  const index = lines.findIndex((line) => pattern.test(line));
  return index < 0 ? undefined : index + 1;
}

/** The first line that matches `item` after one that matches `heading` (or on it), before the next `[section]`. */
function after(lines: readonly string[], heading: RegExp, item: RegExp, onHeading = false): number | undefined {
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) return undefined;
  for (let index = onHeading ? start : start + 1; index < Math.min(lines.length, start + 200); index += 1) {
    const line = lines[index] ?? "";
    if (index > start && /^\[[\w."-]/.test(line)) return undefined;
    if (index > start && onHeading && /^\s{0,4}\]/.test(line)) return undefined;
    if (item.test(line)) return index + 1;
  }
  return undefined;
}
