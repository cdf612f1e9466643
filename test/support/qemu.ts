import { describeUnless, onPath } from "./openocd.ts";

/** `qemu-arm`, which runs a program for 32-bit ARM under Linux; undefined where it is not installed. */
export const qemuArm: string | undefined = onPath("qemu-arm");

/** `describe` for tests that compare our core with QEMU's. */
export const describeWithQemu = describeUnless(qemuArm ? undefined : "qemu-arm is not installed");
