import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import type { DemoOptions } from "../../sandbox/demo/options.ts";
import { type Demo, startDemo } from "../../sandbox/demo/start.ts";
import { BROWSER, save, WAIT_MS } from "./browser.ts";

export { WAIT_MS } from "./browser.ts";

/** The demo with a browser in front of it. */
export interface DemoPage {
  demo: Demo;
  /** A window of its own for one person; `at` is the part of the address behind `#`. */
  as(user: string, at: string, options?: BrowserContextOptions): Promise<Page>;
  /** For people to look at, in test-output/screenshots. */
  picture(page: Page, name: string): Promise<void>;
  /** What went wrong in any window: exceptions, and files that did not come. */
  complaints: string[];
  close(): Promise<void>;
}

export async function openDemo(options: Partial<DemoOptions> = {}): Promise<DemoPage> {
  const demo = await startDemo({
    business: "larkspur",
    port: 0,
    everySeconds: 20,
    paused: true,
    folder: undefined,
    fresh: false,
    ...options,
  });
  await demo.slack
    .until(() => demo.slack.connections() > 0, { timeoutMs: WAIT_MS })
    .catch(async () => {
      const said = demo.mailroom.log().slice(-12).join("\n");
      await demo.stop();
      throw new Error(`Mailroom did not start:\n${said}`);
    });
  const browser: Browser = await chromium.launch(BROWSER);
  const complaints: string[] = [];
  return {
    demo,
    complaints,
    async as(user, at, context = {}) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...context });
      page.setDefaultTimeout(WAIT_MS);
      page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
      });
      await page.goto(`${demo.url}?as=${user}#/${at}`);
      await page.getByRole("navigation", { name: "Parts of the demo" }).waitFor();
      return page;
    },
    picture: save,
    async close() {
      await browser.close();
      await demo.stop();
    },
  };
}

/** The card of one mail in the channel (or thread) that stands open. */
export const card = (page: Page, subject: string): Locator =>
  page.getByRole("log", { name: /^Messages in #/ }).locator("article", { hasText: subject });

export const press = (where: Locator, button: string | RegExp): Promise<void> =>
  where.getByRole("button", { name: button }).click();
