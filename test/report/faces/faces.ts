/**
 * Takes pictures of every face as GitHub would show it, on a desk and on a telephone:
 * `npm run faces -- [FOLDER] [LANGUAGE…]`; without a folder, into one for temporary files.
 */
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../../src/messages/languages.ts";
import { CHROMIUM_MISSING, DESKTOP, isChromiumThere, openChromium, PHONE } from "./chromium.ts";
import { allDrawn, answersDrawn } from "./drawn.ts";
import { commentPage, runPage } from "./page.ts";

/** Names and pages of all faces in a language. */
const pagesIn = (language: Language): readonly (readonly [name: string, html: string])[] => [
  ...Object.entries(allDrawn(language)).flatMap(([name, drawn]) => [
    [`${name}.run`, runPage(drawn, language)] as const,
    [`${name}.comment`, commentPage(drawn.comment, language)] as const,
  ]),
  ...Object.entries(answersDrawn(language)).map(
    ([name, answer]) => [`${name}.answer`, commentPage(answer, language)] as const,
  ),
];

async function takeAll(folder: string, languages: readonly Language[]): Promise<number> {
  const browser = await openChromium();
  let count = 0;
  try {
    for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      const page = await browser.newPage({ viewport });
      await page.route("**/*", (route) => route.abort());
      for (const language of languages)
        for (const [face, html] of pagesIn(language)) {
          await page.setContent(html);
          await page.screenshot({ path: join(folder, `${face}.${language}.${size}.png`), fullPage: true });
          count++;
        }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return count;
}

if (!isChromiumThere) {
  console.error(`No pictures: ${CHROMIUM_MISSING}.`);
  process.exit(1);
}
const [into, ...asked] = process.argv.slice(2);
const folder = into ?? (await mkdtemp(join(tmpdir(), "openness-faces-")));
await mkdir(folder, { recursive: true });
const languages = LANGUAGES.filter((language) => asked.length === 0 || asked.includes(language));
console.log(`${await takeAll(folder, languages)} pictures in ${folder}`);
