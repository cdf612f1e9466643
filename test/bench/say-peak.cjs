// Loaded into a process that is measured: says at its end how much memory it had at most, in kB.
process.on("exit", () => {
  require("node:fs").writeSync(2, `peak memory: ${process.resourceUsage().maxRSS}`);
});
