/** "1.24 s" */
export function duration(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}

/** "12 bytes", "5.0 KiB", "1.25 MiB" */
export function amount(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte${bytes === 1 ? "" : "s"}`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(2)} MiB`;
}

/** "56.2 KiB/s" */
export function rate(bytes: number, seconds: number): string {
  return `${(bytes / 1024 / Math.max(seconds, 0.001)).toFixed(1)} KiB/s`;
}
