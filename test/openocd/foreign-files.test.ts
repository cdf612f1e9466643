import { expect, it } from "vitest";
import { check } from "../../src/check/api.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";

const secret = "ghp_0123456789";

it.each([
  ["/.git/config", `[remote "o"]\n url = https://${secret}@x/y\n`],
  ["/etc/passwd", `root:x:0:0:${secret}:/root:/bin/sh\n`],
  ["/token", `${secret}\n`],
  ["/.env", `# a comment\nset -e\nexport TOKEN=${secret}\n`],
  ["/x.json", `{\n  "token": "${secret}"\n}\n`],
  ["/id_rsa", `-----BEGIN KEY-----\n${secret}\n`],
])("does not quote %s, which is no script", (file, text) => {
  const config = `proc unknown args {append ::s " " $args}\ncatch {source ..${file}}\nreset_config $s\nerror $s\n$s one\n`;
  const fs = memoryFiles(
    new Map([
      ["/w/x.cfg", config],
      [file, text],
    ]),
  );
  const result = check("/w/x.cfg", { fs, openocd: "0.12.0" });
  expect(JSON.stringify({ ...result, texts: [] })).not.toContain(secret);
});

it.each([
  ["/w/part.inc", "set A 1\nproc mine {} {}\nmine\n"],
  ["/w/part", "if {1} {\n  set A 1\n}\n"],
  ["/w/part.tcl", "set A 1\n"],
])("runs %s, which is one", (file, text) => {
  const config = loadConfigSync("/w/x.cfg", {
    fs: memoryFiles(
      new Map([
        ["/w/x.cfg", `source ${file}\n`],
        [file, text],
      ]),
    ),
    openocd: "0.12.0",
  });
  expect(config.problems).toEqual([]);
  expect(config.variables).toMatchObject({ A: "1" });
});
