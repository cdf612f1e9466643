/**
 * Colours and sizes. The left side is ochre and the right side teal, in both schemes; all text has a contrast of at
 * least 4.5 : 1 on its background (WCAG 2.2, AA).
 */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #faf9f6;
  --sheet: #ffffff;
  --ink: #1c1e22;
  --soft: #5a606b;
  --rule: #e3e0d8;
  --focus: #2f55c4;
  --left: #874700;
  --left-tint: #fdf3e3;
  --left-word: #f7d9a8;
  --right: #00605f;
  --right-tint: #e4f5f3;
  --right-word: #aee0da;
  --changed: #4340a8;
  --void: #f3f1ec;
  --target: #fff3b0;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Inter", "Noto Sans", "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", "Source Code Pro", "Noto Sans Mono", "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #131518;
    --sheet: #191c20;
    --ink: #e3e2dd;
    --soft: #9ca3ae;
    --rule: #2b2f36;
    --focus: #8fb0ff;
    --left: #eab265;
    --left-tint: #29210f;
    --left-word: #5a431b;
    --right: #67cdc5;
    --right-tint: #0f2827;
    --right-word: #1d5250;
    --changed: #aeb2ff;
    --void: #15171b;
    --target: #37310f;
  }
}
`;
