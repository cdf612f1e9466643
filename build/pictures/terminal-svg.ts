import { type Piece, styledLines, wrapped } from "./styled-text.ts";

/** A command as it is typed, and what it prints, with a terminal's styles. */
export interface Step {
  typed: string;
  printed: string;
}

const columns = 112;
const character = { width: 7.83, height: 19 };
const margin = 20;
const header = 36;

/** Seconds from one line to the next, and how long a command seems to be typed. */
const pace = { line: 0.06, typing: 1.2 };

/**
 * A picture of a terminal in which the steps are typed and their lines appear. Where movement is not wanted, and at its end,
 * all of it is there.
 */
export function terminalSvg(title: string, steps: readonly Step[]): string {
  const lines = steps.flatMap(({ typed, printed }) => [
    {
      pieces: [
        { text: "$ ", classes: ["green"] },
        { text: typed, classes: ["bold"] },
      ],
      isTyped: true,
    },
    ...styledLines(printed.trimEnd().replaceAll("\t", "    "))
      .flatMap((line) => wrapped(line, columns))
      .map((pieces) => ({ pieces, isTyped: false })),
    { pieces: [], isTyped: false },
  ]);
  const width = Math.ceil(columns * character.width + 2 * margin);
  const height = header + lines.length * character.height + margin / 2;
  let at = 0;
  const texts = lines.map(({ pieces, isTyped }, index) => {
    at += isTyped ? pace.typing : pace.line;
    const y = header + (index + 0.7) * character.height;
    return `<text x="${margin}" y="${y.toFixed(1)}" style="animation-delay:${at.toFixed(2)}s">${spans(pieces)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>${style}</style>
<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>
<g fill="#30363d"><circle cx="22" cy="18" r="6"/><circle cx="42" cy="18" r="6"/><circle cx="62" cy="18" r="6"/></g>
${texts.join("\n")}
</svg>
`;
}

const style = `
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #c9d1d9; white-space: pre; animation: appear .01s both }
.bold { font-weight: 700; fill: #f0f6fc } .dim { fill: #8b949e } .red { fill: #ff7b72 } .green { fill: #7ee787 } .yellow { fill: #e3b341 } .cyan { fill: #79c0ff }
@keyframes appear { from { opacity: 0 } to { opacity: 1 } }
@media (prefers-reduced-motion: reduce) { text { animation: none } }
`;

function spans(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, classes }) =>
      classes.length === 0 ? escaped(text) : `<tspan class="${classes.join(" ")}">${escaped(text)}</tspan>`,
    )
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[one] ?? "&quot;");
}
