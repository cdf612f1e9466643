/**
 * The families by DEV_ID, the lower twelve bits of DBGMCU_IDCODE, which OpenOCD prints as `device id` (ST's reference
 * manuals, section "MCU device ID code").
 */
const IDS: Readonly<Record<string, string>> = {
  STM32C0: "443 44c 44d 453 493",
  STM32F0: "440 442 444 445 448",
  STM32F1: "410 412 414 418 420 428 430",
  STM32F2: "411",
  STM32F3: "422 432 438 439 446",
  STM32F4: "413 419 421 423 431 433 434 441 458 463",
  STM32F7: "449 451 452",
  STM32G0: "456 460 466 467",
  STM32G4: "468 469 479",
  STM32H5: "474 478 484",
  STM32H7: "450 480 483",
  STM32H7RS: "485",
  STM32L0: "417 425 447 457",
  STM32L1: "416 427 429 436 437",
  STM32L4: "415 435 461 462 464 470 471",
  STM32L5: "472",
  STM32U0: "459 489",
  STM32U3: "42a 454",
  STM32U5: "455 476 481 482",
  STM32WB: "494 495 496",
  STM32WBA: "492 4b0 4b2",
  STM32WL: "497",
};

/** The family that a chip says it is of; undefined for an id of no known one. */
export function familyOfDeviceId(idcode: number): string | undefined {
  const id = (idcode & 0xfff).toString(16).padStart(3, "0");
  return Object.keys(IDS).find((family) => IDS[family]!.split(" ").includes(id));
}
