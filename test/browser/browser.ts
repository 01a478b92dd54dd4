import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";

const SCREENSHOTS = path.join(import.meta.dirname, "../../test-output/screenshots");

/** Debian's own; anything that would call out of this machine is off. */
export const BROWSER = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const WAIT_MS = 30_000;

/** For people to look at, in test-output/screenshots. */
export async function save(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
}
