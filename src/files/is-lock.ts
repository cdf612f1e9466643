/** Host, process, when that began, where the system says, and which thread of it. */
export const lockName: RegExp = /^l5cfg-fix-lock-([0-9a-f]{12})-(\d+)-(\d+)-(\d+)$/;

/** Whether a file of this name is a lock. */
export function isLock(name: string): boolean {
  return lockName.test(name);
}
