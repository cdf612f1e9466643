import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPage } from "../../build/page/page.js";
import { knownReleases } from "../../src/openocd/known-releases.ts";
import { browser, describeWithChromium } from "../support/chromium.ts";
import { bytes, fixtures, install, scripts } from "../support/fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-page-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, "page.html");
const l5 = join(scripts, "target/stm32l5x.cfg");
const log = join(fixtures, "seed/openocd.log");

/** Writes a file to drop. */
function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, "latin1");
  return path;
}

beforeAll(async () => writeFileSync(file, await buildPage()), 60_000);

it("is one file with a policy that lets nothing in or out", () => {
  const page = readFileSync(file, "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
  expect(policy.replaceAll("&#39;", "'").replaceAll(/sha256-[\w+/=]+/g, "sha256")).toBe(
    "default-src 'none'; script-src 'sha256'; style-src 'sha256'; worker-src blob:; base-uri 'none'; form-action 'none'",
  );
  expect(page.match(/<\/script/g)).toHaveLength(2);
  const shown = page.slice(0, page.indexOf("<script"));
  expect(shown).not.toMatch(/<(?:img|iframe|object|embed|link|base)\b|https?:|\sstyle=|\son\w+=/);
});

describeWithChromium("in a real browser, from disk and without a network", () => {
  const chromium = browser();

  async function opened(options: { width?: number; dark?: boolean } = {}) {
    const { width = 1280, dark = false } = options;
    const context = await chromium().newContext({
      offline: true,
      viewport: { width, height: 860 },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    /** All that went wrong, and all that was asked of a network. */
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => {
      if (!/^(?:blob:|file:.*page\.html$)/.test(request.url())) said.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return { page, said, done: () => context.close() };
  }

  /** Drops files and folders as a person does, with a mouse. */
  async function drop(page: Page, ...paths: string[]): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", { type, x: 300, y: 120, data });
    }
    await settled(page);
  }

  async function settled(page: Page): Promise<string> {
    const status = page.locator('body[aria-busy="false"] #status:not(:empty)');
    await status.waitFor({ timeout: 12_000 });
    return (await status.textContent())!;
  }

  it("checks a folder that is dropped, leads from a finding to its line and back, and saves the patch", async () => {
    const { page, said, done } = await opened();
    await drop(page, install);
    expect(await settled(page)).toMatch(
      /^Checked in \d+ ms: 3 findings\. The patch changes target\/stm32l5x\.cfg\.$/,
    );
    expect(await page.locator("#lead").textContent()).toContain("OpenOCD 0.10.0+dev-g30d1303");
    const link = page.locator("#entries .links a.left").first();
    const line = await link.getAttribute("href");
    await link.click();
    expect(page.url()).toContain(line!);
    const target = page.locator("td:target");
    expect(await target.textContent()).toMatch(/^66\b/);
    await target.locator("a").first().click();
    expect(await page.locator(".entry:target .label").textContent()).toBe("work-area-missing");

    await page.click("#tab-patch");
    const saved = page.waitForEvent("download");
    await page.click("text=Download the patch");
    const patch = bytes(await (await saved).path());
    expect((await saved).suggestedFilename()).toBe("l5cfg-fix.patch");
    expect(patch).toMatch(/^--- a\/target\/stm32l5x\.cfg\n\+\+\+ b\/target\/stm32l5x\.cfg\n@@/);
    const again = page.waitForEvent("download");
    await page.locator("button", { hasText: "Download target/stm32l5x.cfg" }).click();
    const patched = bytes(await (await again).path());
    expect((await again).suggestedFilename()).toBe("stm32l5x.cfg");
    // Byte for byte what is on disk, but for the lines that are fixed.
    const lines = new Set(bytes(l5).split("\n"));
    const added = patched.split("\n").filter((text) => !lines.has(text));
    expect(added.length).toBeGreaterThan(0);
    for (const text of added) expect(patch).toContain(`+${text}`);
    expect(said).toEqual([]);
    await done();
  });

  it("says which scripts it lacks, checks all once they are dropped, too, and explains a log", async () => {
    const { page, said, done } = await opened();
    await drop(page, join(fixtures, "variants/no-dap-create/target/stm32l5x.cfg"));
    const missing = page.locator("#missing");
    expect(await missing.textContent()).toMatch(/Not all of it could be checked: .*mem_helper\.tcl/);
    await drop(page, scripts);
    expect(await missing.isVisible()).toBe(false);
    const { version } = knownReleases.find(({ id }) => id === "st-1.4.0")!;
    await page.selectOption("#openocd", version);
    await page.locator("#lead", { hasText: version }).waitFor();
    await page.click("#tab-model");
    await page.locator("#model .tree").first().waitFor();
    expect(await page.locator("#model").textContent()).toMatch(/flashBanks 2.*stm32l5\.flash/);
    // As it is, it stops where the DAP is missing.
    await page.uncheck("#fixed");
    await page.locator("#model", { hasText: "DAP name invalid!" }).waitFor();
    await page.click("#clear");
    await drop(page, log);
    expect(await settled(page)).toBe("The log shows 2 errors.");
    expect(await page.locator("#log h3").first().textContent()).toContain("the target has no work area");
    expect(said).toEqual([]);
    await done();
  });

  it("is worked by a keyboard alone", async () => {
    const { page, said, done } = await opened();
    const focused = () =>
      page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href')");
    const order: unknown[] = [];
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("Tab");
      order.push(await focused());
    }
    expect(order).toEqual(["#results", "choose", "choose-folder", "open-paste", "try"]);
    await page.keyboard.press("Enter");
    expect(await settled(page)).toMatch(/: 4 findings\./);
    await page.focus("#tab-findings");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("tab-patch");
    expect(await page.locator("#patch").isVisible()).toBe(true);
    await page.keyboard.press("End");
    expect(await focused()).toBe("tab-model");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("tab-findings");
    // What is focused shows it.
    const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
    expect(outline).toBe("solid");
    await page.focus("#open-paste");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Error: No working memory available. Specify -work-area-phys to target.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#log h3").first().waitFor();
    expect(said).toEqual([]);
    await done();
  });

  it("fits a narrow screen, is dark where that is wanted, and names every control", async () => {
    const { page, said, done } = await opened({ width: 360, dark: true });
    await drop(page, install);
    const unnamed =
      await page.evaluate(`[...document.querySelectorAll("button, select, input:not([hidden]), textarea, [role]")]
      .filter((one) => !(one.textContent.trim() || one.labels?.length || one.ariaLabel || one.getAttribute("aria-labelledby") || one.hasAttribute("aria-live") || one.hidden))
      .map((one) => one.outerHTML)`);
    expect(unnamed).toEqual([]);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(19, 21, 24)");
    for (const tab of ["findings", "patch", "model"]) {
      await page.click(`#tab-${tab}`);
      await settled(page);
      expect(await page.evaluate("document.documentElement.scrollWidth"), tab).toBe(360);
    }
    expect(said).toEqual([]);
    await done();
  });

  it("shows hostile text as text, and is not held up by it", async () => {
    const { page, said, done } = await opened();
    const evil = `"'></script><script>document.title="stolen"</script><img src=x onerror=alert(1)>`;
    const name = "\u202egfc.<u>.cfg";
    const text = `# ${evil}\0\xe2\x80\xae\njtag newtap {${evil}} cpu -irlen 4\nset {${evil}} {${evil}}\nerror {${evil}}\n`;
    await drop(
      page,
      written("evil.cfg", text),
      written(name, text),
      written("evil.log", `Error: ${evil}\0\n`),
    );
    expect(await page.title()).toBe("l5cfg-fix: check OpenOCD configs");
    for (const tab of ["findings", "patch", "model", "log"]) {
      await page.click(`#tab-${tab}`);
      await settled(page);
    }
    expect(await page.locator("#results img, #results script, #results u").count()).toBe(0);
    expect(await page.locator("#log").textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(await page.locator("#results").textContent()).not.toMatch(/[\u202e\0]/);
    expect(said).toEqual([]);
    await done();
  });

  it("ends what has no end, and reads ten megabytes", async () => {
    const { page, said, done } = await opened();
    await drop(page, written("loop.cfg", "set x 1\nwhile 1 {incr x}\n"));
    expect(await page.locator("#entries").textContent()).toMatch(/cannot be run to its end.*endless loop/);
    await page.click("#clear");
    await drop(
      page,
      written("large.cfg", `reset_config srst_onyl\n${"# not a word of this matters\n".repeat(345_000)}`),
    );
    // It says so, and shows no more than a browser can.
    expect(await page.locator("#results").textContent()).toContain("longer than any config");
    expect(await page.locator("#texts tr").count()).toBeLessThan(4000);
    expect(await page.locator("tr.gap.cut").last().textContent()).toMatch(/^34\d{4} lines the same$/);
    await page.click("#clear");
    await drop(page, written("large.log", bytes(log).repeat(300)));
    expect(await settled(page)).toMatch(/^The log shows \d+ errors\.$/);
    expect(said).toEqual([]);
    await done();
  }, 60_000);
});
