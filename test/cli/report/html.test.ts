import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { browser, describeWithChromium } from "../../support/chromium.ts";
import { l5cfgFix } from "../../support/command.ts";
import { bytes, install, scripts } from "../../support/fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-html-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const l5 = join(scripts, "target/stm32l5x.cfg");
const compared = join(folder, "compared.html");
const checked = join(folder, "checked.html");
const hostile = join(folder, "hostile.html");

const evil = `"'><script>document.title="stolen"</script><img src=x onerror=alert(1)>`;

beforeAll(async () => {
  const own = join(folder, "own.cfg");
  const area = "$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size 0x1000";
  writeFileSync(own, bytes(l5).replace("\r\n\r\n# One flash", `\r\n${area}\r\n\r\n# One flash`), "latin1");
  await l5cfgFix(["compare", l5, own, "--reference-search", scripts, "--html", compared]);
  await l5cfgFix([install, "--html", checked]);
  const bad = join(folder, "bad.cfg");
  const text = `# ${evil}\njtag newtap {${evil}} cpu -irlen 4\nadapter speed 1\nproc {${evil}} {} { echo {${evil}} }\n`;
  writeFileSync(bad, text);
  writeFileSync(`${bad}.other`, text.replace("speed 1", "speed 2").replaceAll("stolen", "st\u202eolen"));
  await l5cfgFix(["compare", bad, `${bad}.other`, "--transport", "jtag", "--html", hostile]);
}, 120_000);

it("writes one file with a policy that lets nothing in, and leaves the configs alone", () => {
  const before = bytes(l5);
  for (const file of [compared, checked, hostile]) {
    const page = readFileSync(file, "utf8");
    expect(page).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/,
    );
    expect(page).not.toMatch(/<(?:script|img|iframe|object|embed|link)\b|\sstyle=|\son\w+=[^&]*>|https?:/);
  }
  expect(bytes(l5)).toBe(before);
});

it("ends as a check does, and says where the page is", async () => {
  const page = join(folder, "again.html");
  expect(await l5cfgFix([install, "--html", page])).toMatchObject({
    status: 1,
    stdout: "",
    stderr: `3 findings; the page is ${page}.\n`,
  });
  expect(await l5cfgFix([join(scripts, "target/stm32g0x.cfg"), "--html", page])).toMatchObject({ status: 0 });
  expect(await l5cfgFix([install, "--html", join(folder, "no/where.html")])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("no/where.html: ENOENT"),
  });
});

it("is written to standard output for -", async () => {
  const { status, stdout, stderr } = await l5cfgFix([l5, "--html", "-"]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "3 findings.\n" });
  expect(stdout).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
  const both = await l5cfgFix(["compare", l5, l5, "--reference-search", scripts, "--html", "-", "-q"]);
  expect(both).toMatchObject({ status: 0, stderr: "" });
  expect(both.stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
});

it("shows the line of what OpenOCD refuses, and leads to what each rule is about", () => {
  const refused = join(folder, "refused.html");
  const config = join(folder, "refused.cfg");
  writeFileSync(config, "adapter speed 1\n\nerror {not this}\n");
  return l5cfgFix([config, "--html", refused]).then(() => {
    const page = readFileSync(refused, "utf8");
    expect(page).toContain('<li class="code"><bdi>3 | error {not this}</bdi></li>');
    expect(page).toContain('<a href="#x-config-refused">');
    expect(page).toContain('<dt id="x-config-refused" tabindex="-1"><b>config-refused</b>: ');
    expect(page).toContain("1 finding (1 error), of which 0 can be fixed.");
    // Nothing was written.
    expect(page).not.toMatch(/\bfixed:/);
  });
});

describeWithChromium("in a real browser, from disk and without a network", () => {
  const chromium = browser();

  async function opened(file: string, options: { width?: number; dark?: boolean; script?: boolean } = {}) {
    const { width = 1440, dark = false, script = true } = options;
    const context = await chromium().newContext({
      offline: true,
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      javaScriptEnabled: script,
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => {
      if (request.url() !== pathToFileURL(file).href) said.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return { page, said, done: () => context.close() };
  }

  /** What the page itself answers; it knows its document, which these tests do not. */
  const ask = <T>(page: Page, question: string) => page.evaluate<T>(question);

  const overflow = "Math.max(0, document.documentElement.scrollWidth - innerWidth)";

  async function isSeen(page: Page, selector: string): Promise<boolean> {
    const box = await page.locator(selector).boundingBox();
    return box !== null && box.width > 0 && box.y >= 0 && box.y + box.height <= page.viewportSize()!.height;
  }

  it.each([
    ["a comparison", compared],
    ["a check", checked],
    ["hostile configs", hostile],
  ])(
    "a page on %s says nothing on the console, asks for nothing, and fits",
    async (_, file) => {
      const { page, said, done } = await opened(file);
      for (const width of [1440, 820, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect({ width, beyond: await ask(page, overflow) }).toEqual({ width, beyond: 0 });
      }
      for (const [colorScheme, colour] of [
        ["light", "rgb(250, 249, 246)"],
        ["dark", "rgb(19, 21, 24)"],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await ask(page, "getComputedStyle(document.body).backgroundColor")).toBe(colour);
      }
      expect(said).toEqual([]);
      await done();
    },
    60_000,
  );

  it("leads from each thing to its line and back, with the keyboard, too", async () => {
    const { page, done } = await opened(compared);
    const area = page.locator(".entry", { hasText: "work area" }).first();
    const link = area.locator("a");
    expect(await link.textContent()).toContain("67");
    await link.focus();
    await page.keyboard.press("Enter");
    expect(page.url()).toMatch(/#r0-67$/);
    expect(await page.locator("td:target + td").textContent()).toContain("-work-area-size 0x1000");
    expect(await isSeen(page, "td:target")).toBe(true);
    await page.locator("td:target a").click();
    expect(await page.locator(".entry:target").textContent()).toContain("work area");
    expect(await isSeen(page, ".entry:target")).toBe(true);
    await done();
  }, 60_000);

  it("has a target for every link", async () => {
    for (const file of [compared, checked, hostile]) {
      const { page, done } = await opened(file);
      const dead = await ask(
        page,
        "[...document.querySelectorAll('a')].map((a) => a.hash.slice(1)).filter((id) => !document.getElementById(id))",
      );
      expect(dead).toEqual([]);
      const ids = await ask<string[]>(page, "[...document.querySelectorAll('[id]')].map(({ id }) => id)");
      expect(new Set(ids).size).toBe(ids.length);
      await done();
    }
  }, 60_000);

  it("shows on a narrow screen what a link leads to, too", async () => {
    const { page, done } = await opened(checked, { width: 360 });
    await page.locator(".links a.right").first().click();
    expect(await isSeen(page, "td:target + td")).toBe(true);
    await done();
  }, 60_000);

  it("hides what is the same unless asked, and keeps what differs", async () => {
    const { page, done } = await opened(compared);
    const rows = () => page.locator("tbody tr:visible").count();
    const few = await rows();
    // What is left out is said, so that one sees where a stretch begins.
    expect(await page.locator("tr.gap:visible").first().textContent()).toMatch(/^\d+ lines the same$/);
    await page.getByLabel("Only what differs").uncheck();
    expect(await page.locator("tr.gap:visible").count()).toBe(0);
    expect(few).toBeLessThan((await rows()) / 4);
    await page.getByLabel("Only what differs").check();
    expect(await rows()).toBe(few);
    expect(await page.locator(".entry:visible", { hasText: "work area" }).count()).toBe(1);
    expect(await page.locator("td:visible", { hasText: "-work-area-size 0x1000" }).count()).toBe(1);
    await done();
  }, 60_000);

  it("can be read without script", async () => {
    const { page, done } = await opened(checked, { script: false });
    expect(await page.locator("h1").textContent()).toContain("Check of");
    expect(
      await page
        .locator("td:visible", { hasText: "$_TARGETNAME configure -work-area-phys 0x20000000" })
        .count(),
    ).toBeGreaterThan(0);
    await done();
  }, 60_000);

  it("shows a config full of markup as text", async () => {
    const { page, done } = await opened(hostile);
    expect(await page.title()).not.toBe("stolen");
    expect(await page.locator("script, img").count()).toBe(0);
    const cells = await page.locator("td.code.left").allTextContents();
    expect(cells[0]).toBe(`# ${evil}`);
    expect(await page.locator("td.code.right").first().textContent()).toContain("st·olen");
    await done();
  }, 60_000);

  it("goes on A4 in its light colours, nothing cut off", async () => {
    const { page, done } = await opened(compared, { dark: true });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)).not.toBeNull();
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 703, height: 1000 });
    expect(await ask(page, "getComputedStyle(document.body).color")).toBe("rgb(28, 30, 34)");
    expect(await ask(page, overflow)).toBe(0);
    await done();
  }, 60_000);
});
