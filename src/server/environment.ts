/** Reading environment variables: each either makes sense or is refused by its name, never by its value. */

/** Something about the environment that the server will not start with. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable is one that is not set. */
export function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}

/** An http or https address without a slash at its end. @throws {SettingsError} */
export function address(env: Environment, name: string): string | undefined {
  const url = given(env[name]);
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new SettingsError(`${name} has to be an http or https address.`);
  return url.replace(/\/$/, "");
}

/** A whole number. @throws {SettingsError} */
export function number(env: Environment, name: string, fallback: number, most: number, least = 0): number {
  const text = given(env[name]);
  if (text === undefined) return fallback;
  if (!/^\d{1,6}$/.test(text) || Number(text) > most || Number(text) < least)
    throw new SettingsError(`${name} has to be a whole number from ${least} to ${most}.`);
  return Number(text);
}

/** One of a few words. @throws {SettingsError} */
export function choice<Word extends string>(
  env: Environment,
  name: string,
  words: readonly Word[],
  fallback: Word,
): Word {
  const word = given(env[name]) ?? fallback;
  const found = words.find((one) => one === word);
  if (found === undefined) throw new SettingsError(`${name} has to be one of ${words.join(", ")}.`);
  return found;
}
