export const STYLE = `
:root { color-scheme: light dark; --page: #fbfaf8; --card: #ffffff; --ink: #1d1f23; --soft: #5d636d; --line: #e2e0db;
  --mark: #2457a6; --good: #1c7a46; --bad: #b3261e; --warn-page: #fff4d6; --heat: 36 87 166; }
@media (prefers-color-scheme: dark) { :root { --page: #16181c; --card: #1e2126; --ink: #e8e8e6; --soft: #a3a8b1;
  --line: #343840; --mark: #7fb0ff; --good: #6fd19a; --bad: #ff8a80; --warn-page: #3a3116; --heat: 127 176 255; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1rem 4rem; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
p { margin: .25rem 0; } .soft { color: var(--soft); } code { font-size: .9em; }
.note { background: var(--warn-page); border-radius: .5rem; padding: .6rem .9rem; margin: .75rem 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
.tile, section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; }
.tile b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: .85rem; display: block; }
.grid2 { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: .75rem; margin: .75rem 0; }
section { overflow-x: auto; margin: 0; } section.wide { margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { font-weight: 600; } th:first-child, td:first-child { text-align: left; }
tbody th { font-weight: 500; } tr:last-child > * { border-bottom: 0; }
.met { color: var(--good); } .missed { color: var(--bad); font-weight: 600; }
.heat td { text-align: center; } .heat td.hit { box-shadow: inset 0 0 0 1px var(--mark); }
svg { width: 100%; height: auto; max-width: 44rem; display: block; } svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
svg .tick { fill: var(--soft); font-size: 11px; } svg .grid { stroke: var(--line); }
svg .dot { fill: var(--mark); } svg .dot.open { fill-opacity: .35; stroke: var(--mark); }
svg .range { stroke: var(--mark); stroke-width: 2; opacity: .5; } svg .ideal { stroke: var(--soft); stroke-dasharray: 4 4; }
svg .curve { fill: none; stroke: var(--mark); stroke-width: 2; }
`;
