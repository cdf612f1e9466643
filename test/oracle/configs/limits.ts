/** What OpenOCD's answers are not compared for, because a dry run cannot know it, or does not model it. */
export const limits: readonly { what: string; why: string }[] = [
  {
    what: "the list of adapters that `adapter driver NAME` prints for an unknown name, as `catch` would have it",
    why: "it depends on how the program at hand was built; the number, the log line and the place are the same",
  },
  {
    what: "the words of an adapter driver's own commands (`ftdi …`, `hla_…`, `st-link …`), and of a DAP's",
    why: "they change nothing in the model, and each driver reads its own",
  },
  {
    what: "what other commands of the configuration stage print, or refuse of their arguments (`nand`, `itm`, `rtt`, …)",
    why: "they change nothing in the model; those that configs use most are modelled",
  },
  {
    what: "the words that flash drivers take behind the target's name, save for how many they need",
    why: "only `cfi`, `jtagspi`, `stmqspi` and `virtual` are looked at further",
  },
  {
    what: "`command mode GROUP`",
    why: "groups have modes of their own, which no config asks for",
  },
  {
    what: "the place of a file that reads itself",
    why: "the program ends when it is out of open files, the dry run when it is a hundred deep",
  },
  {
    what: "the stale place that OpenOCD prints where a command fails by a number after an earlier error was caught",
    why: "it names a line that has nothing to do with the fault; ours is the command's own",
  },
  {
    what: "configs under which the program crashes: `target create` before a transport is selected, or with no `hla_layout`",
    why: "there is no answer to be the same as",
  },
];
