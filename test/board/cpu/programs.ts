// Programs for ARMv6-M, of the kind that OpenOCD downloads. Each ends with a BKPT.

/** The CRC-32 of r1 bytes from r0 on, as zlib has it, in r0. */
export const crc32: readonly number[] = [
  0x2200, //         movs r2, #0
  0x43d2, //         mvns r2, r2
  0x4d07, //         ldr  r5, poly
  0xe009, //         b    check
  0x7803, // byte:   ldrb r3, [r0]
  0x3001, //         adds r0, #1
  0x405a, //         eors r2, r3
  0x2408, //         movs r4, #8
  0x0852, // bit:    lsrs r2, r2, #1
  0xd300, //         bcc  skip
  0x406a, //         eors r2, r5
  0x3c01, // skip:   subs r4, #1
  0xd1fa, //         bne  bit
  0x3901, //         subs r1, #1
  0x2900, // check:  cmp  r1, #0
  0xd1f3, //         bne  byte
  0x43d0, //         mvns r0, r2
  0xbe00, //         bkpt
  0x8320, // poly:
  0xedb8,
];

/** The factorial of r0 in r0, by a procedure that calls itself. */
export const factorial: readonly number[] = [
  0xf000,
  0xf801, // bl   self
  0xbe00, //         bkpt
  0xb510, // self:   push {r4, lr}
  0x2802, //         cmp  r0, #2
  0xd304, //         blo  done
  0x0004, //         movs r4, r0
  0x3801, //         subs r0, #1
  0xf7ff,
  0xfff9, // bl   self
  0x4360, //         muls r0, r4
  0xbd10, // done:   pop  {r4, pc}
];
