/** The two texts side by side; one below the other where there is no room. */
export const text = `
.text { margin-bottom: 1.25rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: 6px; overflow: clip; }
summary { padding: 0.625rem 0.875rem; cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
summary small { margin-left: 0.375rem; }
.text[open] summary { border-bottom: 1px solid var(--rule); }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font: 12.5px/1.55 var(--mono); font-variant-ligatures: none; }
col.number { width: 3.75rem; }
th { padding: 0.25rem 0.875rem; text-align: left; font: 600 0.75rem/1.5 var(--sans); }
th.left { color: var(--left); }
th.right { color: var(--right); }
td { padding: 0 0.625rem; vertical-align: top; }
td.number { padding: 0 0.375rem; text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; user-select: none; scroll-margin-block: 40vh; }
td.number.right, th.right { border-left: 1px solid var(--rule); }
td.code { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; unicode-bidi: plaintext; }
tr:not(.same) .left:not(.void) { background: var(--left-tint); }
tr:not(.same) .right:not(.void) { background: var(--right-tint); }
tr:not(.same) .void { background: var(--void); }
del, ins { text-decoration: none; border-radius: 2px; }
del { background: var(--left-word); }
ins { background: var(--right-word); }
td.number a { display: inline-block; min-width: 1.75em; padding: 0 0.25em; border-radius: 3px; font-weight: 700; text-decoration: underline; text-decoration-thickness: 1px; }
td.number a.left { color: var(--left); }
td.number a.right { color: var(--right); }
td.number a.changed { color: var(--changed); }
td.number a.more { min-width: 0; padding: 0; text-decoration: none; }
tr td:target, tr td:target + td.code { background: var(--target) !important; }
td:target + td.code { box-shadow: inset 3px 0 0 var(--focus); }
.only-left col:nth-child(n + 3), .only-right col:nth-child(-n + 2) { width: 0; }
.only-left :is(td, th).right, .only-right :is(td, th).left { display: none; }
tr.gap:not(.cut) { display: none; }
tr.gap td { padding: 0.125rem 0.875rem; background: var(--void); border-block: 1px dashed var(--rule); color: var(--soft); font: 0.75rem/1.5 var(--sans); text-align: center; }
body:has(#only:checked) tr.far { display: none; }
body:has(#only:checked) tr.gap { display: table-row; }

@media (max-width: 48rem) {
  .text { border-radius: 0; border-inline: 0; }
  table, tbody { display: block; }
  colgroup, thead { display: none; }
  tbody tr:not(.gap) { position: relative; display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); }
  body:has(#only:checked) tbody tr.far { display: none; }
  body:has(#only:checked) tr.gap { display: block; }
  tr.gap td { display: block; }
  td.void, tr.same td.code.right { display: none; }
  tr.same td.number.right { position: absolute; visibility: hidden; }
  td.number.right { border-left: 0; }
  tr:not(.same) td.code.left { border-left: 2px solid var(--left); }
  tr:not(.same) td.code.right { border-left: 2px solid var(--right); }
}
`;
