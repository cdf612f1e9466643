import { describe, expect, it } from "vitest";
import { fixJob } from "../../src/check/fix.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";

/** Scripts as upstream has had them since 0.12.0, and a board file that sources them. */
const files = {
  "/scripts/target/swj-dp.tcl": `# One proc for all ways to a DAP.
proc swj_newdap {chip tag args} {
	if { [using_jtag] } {
		eval jtag newtap $chip $tag $args
	} else {
		eval swd newdap $chip $tag $args
	}
}
`,
  "/scripts/mem_helper.tcl": `# Read a word.
proc mrw { address } {
	return [read_memory $address 32 1]
}

proc mrh { address } {
	return [read_memory $address 16 1]
}

proc mmw { address on off } {
	mww $address [expr { ([mrw $address] & ~$off) | $on }]
}
`,
  "/scripts/target/stm32f3x.cfg": `source [find target/swj-dp.tcl]
source [find mem_helper.tcl]
swj_newdap stm32f3x cpu -irlen 4 -ircapture 0x1 -irmask 0xf -expected-id 0x2ba01477
dap create stm32f3x.dap -chain-position stm32f3x.cpu
tpiu create stm32f3x.tpiu -dap stm32f3x.dap -ap-num 0 -baseaddr 0xE0040000
target create stm32f3x.cpu cortex_m -dap stm32f3x.dap
stm32f3x.cpu configure -work-area-phys 0x20000000 -work-area-size 0x4000 -work-area-backup 0
flash bank stm32f3x.flash stm32f1x 0x08000000 0 0 0 stm32f3x.cpu
adapter speed 500
reset_config srst_nogate
if { ![using_hla] } {
	cortex_m reset_config sysresetreq
}
stm32f3x.cpu configure -event reset-init {
	mmw 0x40022000 0x4 0
	adapter speed 4000
}
proc stm32f3x_trace {} {
	mmw 0xE0042004 0x20 0
}
lappend steps stm32f3x_trace
stm32f3x.tpiu configure -event pre-enable stm32f3x_trace
`,
};

function fixed(openocd: string) {
  const fs = memoryFiles(new Map(Object.entries(files)));
  const job = {
    configs: ["/scripts/target/stm32f3x.cfg"],
    searchPaths: ["/scripts"],
    cwd: "/",
    transports: ["hla_swd", "dapdirect_swd"],
    openocd,
  };
  return fixJob(job, { fs });
}

describe("scripts of 0.12.0", () => {
  it("need nothing there", () => {
    const { files, left } = fixed("0.12.0");
    expect([files, left]).toEqual([[], []]);
  });

  it.each(["st-1.0.0", "st-1.3.0", "st-1.4.0", "st-1.5.0", "st-1.7.0", "0.11.0"])(
    "are accepted by %s when they are fixed, and handlers find what they call",
    (openocd) => {
      const { left, runs } = fixed(openocd);
      expect(left.filter(({ finding }) => finding.severity !== "info")).toEqual([]);
      expect(runs.map(({ transport, problems }) => [transport, problems])).toHaveLength(2);
      for (const run of runs) expect(run.problems, run.transport).toEqual([]);
    },
  );
});

/** As STM32CubeIDE's: the cores have names of their own, and its board files say by AP_NUM which one is meant. */
const h7 = `source [find target/swj-dp.tcl]
set _CHIPNAME stm32h7x
if { [info exists AP_NUM] } {
	echo "for the core at $AP_NUM"
}
swj_newdap $_CHIPNAME cpu -irlen 4 -expected-id 0x6ba02477
dap create $_CHIPNAME.dap -chain-position $_CHIPNAME.cpu
target create $_CHIPNAME.cm7 cortex_m -dap $_CHIPNAME.dap -ap-num 0
$_CHIPNAME.cm7 configure -work-area-phys 0x20000000 -work-area-size 0x10000
flash bank $_CHIPNAME.bank1.cm7 stm32h7x 0x08000000 0 0 0 $_CHIPNAME.cm7
if { [expr ($AP_NUM == 0)] } {
	targets $_CHIPNAME.cm7
}
`;

describe("a board file of another time", () => {
  /** Its text when fixed for a release, under its own transport. */
  function board(text: string, openocd: string, more: Record<string, string> = {}) {
    const own = {
      ...files,
      ...more,
      "/scripts/interface/st.cfg": "adapter driver st-link\nst-link vid_pid 0x0483 0x374e\n",
    };
    const fs = memoryFiles(new Map(Object.entries({ ...own, "/b/board.cfg": text })));
    const job = { configs: ["/b/board.cfg"], searchPaths: ["/scripts"], cwd: "/", openocd };
    const { left, runs, files: patched } = fixJob(job, { fs });
    expect(left.filter(({ finding }) => finding.severity !== "info")).toEqual([]);
    expect(runs.flatMap(({ problems }) => problems)).toEqual([]);
    return (name: string) => patched.find(({ path }) => path.endsWith(name))?.after;
  }

  const lines = (transport: string) =>
    `source [find interface/st.cfg]\ntransport select ${transport}\nsource [find target/stm32f3x.cfg]\n`;

  it.each([
    ["swd", "st-1.4.0", "dapdirect_swd"],
    ["swd", "0.11.0", "dapdirect_swd"],
    ["swd", "st-1.3.0", "stlink_swd"],
    ["dapdirect_swd", "st-1.3.0", "stlink_swd"],
    ["stlink_swd", "0.12.0", "dapdirect_swd"],
  ])("that selects %s selects what %s calls it", (transport, openocd, own) => {
    expect(board(lines(transport), openocd)("board.cfg")).toBe(lines(own));
  });

  it("of upstream calls the cores of an H7 as STM32CubeIDE's scripts do, and need not say which core it is for", () => {
    const text = `source [find interface/st.cfg]
transport select dapdirect_swd
source [find target/stm32h7x.cfg]
$_CHIPNAME.cpu0 configure -event gdb-attach { halt }
`;
    const patched = board(text, "st-1.4.0", { "/scripts/target/stm32h7x.cfg": h7 });
    expect(patched("board.cfg")).toBe(text.replace("cpu0", "cm7"));
    expect(patched("stm32h7x.cfg")).toContain("if { [info exists AP_NUM] && [expr ($AP_NUM == 0)] } {\n");
  });

  it("needs no ids of ST-LINK where the driver knows them", () => {
    expect(board(lines("stlink_swd"), "st-1.3.0")("st.cfg")).toBe("interface st-link\n");
  });
});
