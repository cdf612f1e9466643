/** A script, and the return code and the result that jimsh 0.81 gives it. */
export type Case = readonly [script: string, code: number, result: string];
