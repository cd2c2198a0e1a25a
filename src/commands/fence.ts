/** A fenced block that nothing in it can end. */

/** @param language the word after the fence, the program's own */
export function fenced(content: string, language: string): readonly string[] {
  const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, content.replace(/\n$/, ""), fence];
}
