import type { FlashPlan, FlashResult } from "../../flash/index.ts";
import { shellQuote } from "../../overlay/shell-quote.ts";
import { version } from "../../version.ts";

const head = { tool: `l5cfg-flash ${version}`, schema: 2 };

/** What would be run, for programs. */
export function planJson(plan: FlashPlan): object {
  const { firmware, overlay, target, transport, verify, command } = plan;
  const { path, image, size } = firmware;
  return {
    ...head,
    firmware: {
      path,
      format: image.format,
      size,
      sections: image.sections.map(({ address, data }) => ({ address, size: data.length })),
    },
    overlay: overlay.folder,
    target,
    transport,
    verify,
    command,
    shell: shellQuote(command),
  };
}

/** What became of a run, for programs. */
export function resultJson({ plan, explanation, ...result }: FlashResult): object {
  const { diagnoses, unknown } = explanation ?? {};
  return { ...planJson(plan), ...result, ...(explanation && { diagnoses, unknown }) };
}
