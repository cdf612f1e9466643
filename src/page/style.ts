/** What the page has besides the look of the reports. */
export const pageStyle = `
[hidden] { display: none !important; }
main { padding: 0; }
header.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; padding: 1.5rem 2rem 0; border: 0; }
header.top h1 { margin: 0; }
header.top p { margin: 0; color: var(--soft); }
.intake { padding: 1rem 2rem 1.25rem; border-bottom: 1px solid var(--rule); }
#drop { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 1.25rem; padding: 1.25rem 1.5rem; background: var(--sheet); border: 1.5px dashed var(--soft); border-radius: 10px; }
#drop.over { border-color: var(--focus); border-style: solid; background: var(--right-tint); }
#drop .what { flex: 1 1 24rem; margin: 0; font-size: 1.0625rem; font-weight: 550; text-wrap: balance; }
#drop .what small { display: block; font-size: 0.8125rem; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
button, select, textarea { font: inherit; color: inherit; }
button { padding: 0.4375rem 0.875rem; background: var(--sheet); border: 1px solid var(--soft); border-radius: 6px; cursor: pointer; overflow-wrap: anywhere; text-align: left; }
button:hover { border-color: var(--ink); }
button.main { background: var(--right); border-color: var(--right); color: var(--sheet); font-weight: 600; }
button.main:hover { background: var(--ink); border-color: var(--ink); color: var(--paper); }
button.plain { border-color: transparent; background: none; text-decoration: underline; text-underline-offset: 0.2em; }
.options { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem 1.25rem; margin-top: 1rem; font-size: 0.875rem; }
.options label { display: flex; flex-direction: column; gap: 0.1875rem; min-width: 0; color: var(--soft); }
.options label.check { flex-direction: row; align-items: center; gap: 0.5rem; padding-bottom: 0.4375rem; }
.options input { margin: 0; width: 1rem; height: 1rem; accent-color: var(--focus); }
select { max-width: 100%; width: 15rem; padding: 0.375rem 0.5rem; background: var(--sheet); color: var(--ink); border: 1px solid var(--soft); border-radius: 6px; }
select:disabled { color: var(--soft); border-color: var(--rule); }
#status { margin: 0.875rem 0 0; min-height: 1.5em; color: var(--soft); overflow-wrap: anywhere; }
#status.error { color: var(--left); font-weight: 600; }
#status.busy::before { content: ""; display: inline-block; width: 0.75em; height: 0.75em; margin-right: 0.5em; border: 2px solid var(--rule); border-top-color: var(--focus); border-radius: 50%; animation: turn 0.9s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { #status.busy::before { animation: none; } }

.heading { padding: 1.25rem 2rem 0; }
.heading h2 { margin: 0 0 0.25rem; font-size: 1.25rem; font-weight: 650; color: var(--ink); letter-spacing: -0.01em; overflow-wrap: anywhere; }
.heading p { margin: 0; max-width: 52rem; color: var(--soft); overflow-wrap: anywhere; }
#missing { margin: 1rem 2rem 0; padding: 0.75rem 1rem; background: var(--left-tint); border-left: 3px solid var(--left); border-radius: 4px; overflow-wrap: anywhere; }
#missing p { margin: 0; max-width: 56rem; }
#missing p + p { margin-top: 0.375rem; }
code { font: 0.875em/1.4 var(--mono); }
[role="tablist"] { display: flex; flex-wrap: wrap; gap: 0.25rem; margin-top: 1.125rem; padding: 0 2rem; border-bottom: 1px solid var(--rule); }
[role="tab"] { margin-bottom: -1px; padding: 0.5rem 0.875rem; background: none; border: 1px solid transparent; border-bottom: 2px solid transparent; border-radius: 6px 6px 0 0; color: var(--soft); font-weight: 600; }
[role="tab"][aria-selected="true"] { color: var(--ink); border-bottom-color: var(--right); }
.panel { padding: 1.25rem 2rem 3rem; overflow-wrap: anywhere; }
.panel > h2 { font-size: 1.0625rem; color: var(--ink); }
.texts { padding: 1.25rem 2rem 3rem 1.5rem; }
.empty, .hint { color: var(--soft); max-width: 52rem; }
.empty { font-size: 1.0625rem; padding: 1rem 0; }
#nothing { grid-column: 1 / -1; padding: 2rem; }
pre { margin: 0.75rem 0; padding: 0.875rem 1rem; max-width: 100%; overflow-x: auto; background: var(--sheet); border: 1px solid var(--rule); border-radius: 6px; font: 12.5px/1.55 var(--mono); tab-size: 4; }
.diff span { display: block; padding-left: 0.5rem; min-height: 1.55em; unicode-bidi: plaintext; }
.diff .added { background: var(--right-tint); box-shadow: inset 3px 0 0 var(--right); }
.diff .removed { background: var(--left-tint); box-shadow: inset 3px 0 0 var(--left); }
.diff .place { color: var(--changed); }
.diff .name { font-weight: 700; }

.tree { font-size: 0.875rem; }
.tree .tree { margin-left: 0.5rem; padding-left: 1rem; border-left: 1px solid var(--rule); }
.tree summary { padding: 0.125rem 0.25rem; }
.tree .leaf { padding: 0.125rem 0.25rem; overflow-wrap: anywhere; }
.tree .key { font-weight: 600; }
.tree .leaf .key { font-weight: 400; color: var(--soft); }
.tree .leaf .key::after { content: ":"; }
.tree .value { font-family: var(--mono); font-size: 0.8125rem; white-space: pre-wrap; }
.tree .nothing, .tree .count { color: var(--soft); font-weight: 400; }

.diagnoses { margin: 1rem 0; padding: 0; list-style: none; max-width: 60rem; }
.diagnoses > li { margin-bottom: 1.25rem; padding: 0.125rem 0 0.125rem 1rem; border-left: 3px solid var(--left); }
.diagnoses > li.changed { border-color: var(--changed); }
.diagnoses h3 { margin: 0 0 0.25rem; font-size: 1rem; font-weight: 650; overflow-wrap: anywhere; }
.diagnoses h3::first-letter { text-transform: uppercase; }
.diagnoses p { margin: 0.25rem 0; overflow-wrap: anywhere; }
.advice { list-style: disc; padding-left: 1.25rem; }
dialog { width: min(46rem, calc(100vw - 2rem)); padding: 1.25rem; background: var(--paper); color: var(--ink); border: 1px solid var(--rule); border-radius: 10px; }
dialog::backdrop { background: rgb(0 0 0 / 0.45); }
dialog h2 { font-size: 1.0625rem; color: var(--ink); }
textarea { display: block; width: 100%; height: 16rem; margin: 0.5rem 0 0.875rem; padding: 0.625rem; background: var(--sheet); border: 1px solid var(--soft); border-radius: 6px; font: 12.5px/1.5 var(--mono); resize: vertical; }

@media (max-width: 62rem) {
  header.top, .intake, .heading, [role="tablist"], .panel { padding-left: 1rem; padding-right: 1rem; }
  #missing { margin-left: 1rem; margin-right: 1rem; }
  #drop { padding: 1rem; }
  #drop .what { flex-basis: 100%; }
  .texts { padding: 1rem 0 2rem; }
}
@media (max-width: 40rem) {
  .options label:not(.check) { flex: 1 1 100%; }
  select { width: 100%; }
  [role="tab"] { padding: 0.5rem 0.625rem; }
}
@media print { .intake, [role="tablist"] { display: none; } }
`;
