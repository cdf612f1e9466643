/** Whether a name stays inside the folder it is relative to, on any system. */
export function staysInside(name: string): boolean {
  const steps = name.split(/[\\/]/);
  return !/^[A-Za-z]:/.test(name) && isPlain(steps);
}

function isPlain(steps: readonly string[]): boolean {
  return steps.every((step) => step !== "" && step !== "." && step !== ".." && !step.includes("\0"));
}
