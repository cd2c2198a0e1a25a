/** Debian's Chromium, where it is installed: silent, without a screen. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";
export const isChromiumThere = existsSync(CHROMIUM);
export const CHROMIUM_MISSING = `there is no ${CHROMIUM} (apt-get install chromium)`;

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];

export const openChromium = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

export const DESKTOP = { width: 1280, height: 900 };
/** The width of a common telephone, in CSS pixels. */
export const PHONE = { width: 390, height: 844 };
