import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { flash, type StepName } from "../../src/flash/index.ts";
import { runProcess } from "../../src/flash/process.ts";
import { folderWith } from "../install/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";
import { fakeOpenocd } from "./support/fake.ts";
import { fauxOverlay } from "./support/faux.ts";

// These run programs of a POSIX system.
needPrograms(["sh", "sleep", "setsid"]);

/** Longer than a test may take: whoever waits for it fails. */
const forever = 77;

async function isGone(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return true;
  }
  // One that nobody has waited for yet.
  return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}

it("settles after the program's end, though a daemon of it holds its output open", async () => {
  const script = `setsid sleep ${forever} & echo said; echo $!; exit 3`;
  const lines: string[] = [];
  const end = await runProcess(["sh", "-c", script], { timeoutMs: 0 }, (line) => lines.push(line));
  expect(end).toEqual({ status: 3, signal: null });
  expect(lines[0]).toBe("said");
  process.kill(Number(lines[1]), "SIGKILL");
});

it("reads all that was printed before the end, though a daemon holds the output open", async () => {
  const script = `setsid sleep ${forever} & echo $!; seq 5000; echo last`;
  const lines: string[] = [];
  await runProcess(["sh", "-c", script], { timeoutMs: 0 }, (line) => lines.push(line));
  expect(lines.at(-1)).toBe("last");
  expect(lines).toHaveLength(5002);
  process.kill(Number(lines[0]), "SIGKILL");
});

it.each(["timeout", "cancelled"] as const)(
  "ends at once what moved into a session of its own: %s",
  async (cut) => {
    const file = join(folderWith(), "pid");
    const script = `trap '' INT TERM HUP; setsid sh -c 'trap "" INT TERM; echo $$ > ${file}; sleep ${forever}' & wait`;
    const controller = new AbortController();
    const bounds = { timeoutMs: cut === "timeout" ? 300 : 0, signal: controller.signal };
    const run = runProcess(["sh", "-c", script], bounds, () => {});
    if (cut === "cancelled") {
      await expect.poll(() => existsSync(file) && readFileSync(file, "utf8")).toMatch(/\n/);
      controller.abort();
    }
    expect(await run).toMatchObject({ cut, signal: "SIGKILL" });
    await expect.poll(() => isGone(Number(readFileSync(file, "utf8")))).toBe(true);
  },
);

it.each(["yes ''", "yes", "tr '\\0' x < /dev/zero", "yes '' >&2"])(
  "a flood of `%s` starves no timer",
  async (flood) => {
    const openocdBinary = fakeOpenocd(`mark connecting; exec ${flood}`);
    const firmware = join(folderWith({ "fw.bin": "x" }), "fw.bin");
    const result = await flash({ firmware, overlay: fauxOverlay(), openocdBinary, timeout: 0.5 });
    expect(result).toMatchObject({
      ok: false,
      state: "untouched",
      failure: { kind: "timeout", step: "connecting" },
    });
    expect(result.log.length).toBeLessThan(2 ** 20 + 1000);
    // Not measured against a bound of its own: the test's is 60 times the run's.
  },
);

it.each<[StepName, string]>([
  ["connecting", "untouched"],
  ["halting", "untouched"],
  ["erasing", "partly erased"],
  ["writing", "partly written"],
  ["verifying", "written"],
])("cancelled while %s, it goes no further", async (step, state) => {
  const steps = ["connecting", "halting", "erasing", "writing", "verifying"];
  const before = steps.slice(0, steps.indexOf(step) + 1).join(" ");
  const file = join(folderWith(), "went-on");
  // As OpenOCD does, it minds no signal before it is done.
  const wrote = step === "verifying" ? 'echo "wrote 1 bytes from file x in 1s" >&2;' : "";
  const marks = before.replace("verifying", "");
  const script = `trap '' INT TERM; mark ${marks}; ${wrote} ${wrote && "mark verifying;"} sleep 1; touch ${file}; sleep ${forever}`;
  const openocdBinary = fakeOpenocd(script);
  const controller = new AbortController();
  const result = await flash({
    ...{ firmware: join(folderWith({ "fw.bin": "x" }), "fw.bin"), overlay: fauxOverlay(), openocdBinary },
    signal: controller.signal,
    onProgress: ({ kind, step: now }) => kind === "begin" && now === step && controller.abort(),
  });
  expect(result).toMatchObject({ ok: false, state, failure: { kind: "cancelled", step } });
  expect(result.seconds).toBeLessThan(1);
  expect(existsSync(file)).toBe(false);
});
