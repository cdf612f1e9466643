import { type Browser, chromium as driver } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { describeUnless, onPath } from "./openocd.ts";

/** The real Chromium, Debian's package; undefined where it is not installed. */
const chromium: string | undefined = onPath("chromium");

/** `describe` for tests that look at pages in a real browser. */
export const describeWithChromium = describeUnless(chromium ? undefined : "chromium is not installed");

/** Without these it tries to reach hosts of its own. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser for the tests of a file, started when the first of them begins. */
export function browser(): () => Browser {
  let started: Browser | undefined;
  beforeAll(async () => {
    started = await driver.launch({ executablePath: chromium!, args: flags, timeout: 120_000 });
  }, 150_000);
  afterAll(() => started?.close());
  return () => started!;
}
