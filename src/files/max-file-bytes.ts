/** No config, log, manifest or journal is larger than this, in bytes. */
export const maxFileBytes: number = 16 * 1024 * 1024;
