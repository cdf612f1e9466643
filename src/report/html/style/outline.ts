/** The column of entries beside the texts. */
export const outline = `
.tools { display: flex; flex-direction: column; gap: 0.5rem; padding-bottom: 1rem; border-bottom: 1px solid var(--rule); font-size: 0.8125rem; }
.tools label { display: flex; align-items: center; gap: 0.5rem; cursor: pointer; }
.tools input { margin: 0; width: 1rem; height: 1rem; accent-color: var(--focus); }
.legend { display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; color: var(--soft); }
.mark { display: inline-block; width: 1.125em; font: 600 0.9375em/1 var(--mono); font-style: normal; }
.mark::before { content: "\\b7"; color: var(--soft); }
.left > .mark::before, .left > .entry > .mark::before { content: "\\2212"; color: var(--left); }
.right > .mark::before, .right > .entry > .mark::before { content: "+"; color: var(--right); }
.changed > .mark::before, .changed > .entry > .mark::before { content: "\\2260"; color: var(--changed); }

nav section { margin-top: 1.5rem; }
h2 { margin: 0 0 0.375rem; font-size: 0.8125rem; font-weight: 600; color: var(--soft); }
nav li > ul:not(.values) { margin-left: 0.5em; padding-left: 0.875em; border-left: 1px solid var(--rule); }
.entry { position: relative; padding: 0.1875rem 0.375rem 0.1875rem 1.5rem; text-indent: -1.125rem; border-radius: 4px; overflow-wrap: anywhere; scroll-margin-block: 30vh; }
.entry > * { text-indent: 0; }
.entry:target { background: var(--target); }
.label { font-weight: 550; }
.same > .entry .label { font-weight: 400; color: var(--soft); }
.note { color: var(--soft); font-size: 0.8125rem; }
.links { white-space: nowrap; font: 0.75rem/1 var(--mono); font-variant-numeric: tabular-nums; }
.links a { display: inline-block; margin-left: 0.25em; padding: 0.25em 0.375em; border-radius: 3px; text-decoration: none; }
.links .left { color: var(--left); background: var(--left-tint); }
.links .right { color: var(--right); background: var(--right-tint); }
.links a:hover { text-decoration: underline; }
.values { font-size: 0.8125rem; line-height: 1.4; color: var(--soft); }
.values .left { color: var(--left); }
.values .right { color: var(--right); }
.values .code { font: 0.75rem/1.5 var(--mono); white-space: pre-wrap; tab-size: 4; color: var(--ink); background: var(--void); border-radius: 3px; padding: 0.125em 0.375em; margin-block: 0.125em; }
.label a { text-decoration-color: var(--rule); }
.explained dl { margin: 0; font-size: 0.8125rem; }
.explained dt { margin-top: 0.75rem; scroll-margin-block: 30vh; border-radius: 4px; }
.explained dt:target { background: var(--target); }
.explained dd { margin: 0.125rem 0 0; color: var(--soft); }
.values .main { color: var(--ink); font-size: 0.875rem; line-height: 1.45; }
body:has(#only:checked) .quiet { display: none; }
`;
