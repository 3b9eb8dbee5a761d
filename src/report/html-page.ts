/** The page up to its data. Texts under suspicion are shown in it, so nothing may be loaded or sent anywhere. */
export const PAGE_HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>dross</title>
<style>
:root { color-scheme: light dark; --line: #8884; --clutter: #e6a117; --chatter: #d33682; --duplicate: #268bd2;
  --degeneration: #cb4b16; --spun: #6c71c4; --damage: #2aa198; --blocked: #dc322f }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; display: grid; grid-template: auto 1fr / 17rem 1fr 21rem; height: 100vh }
header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid var(--line) }
header h1 { font-size: 1.1rem; margin: 0 }
nav, main, aside { overflow: auto; padding: .75rem }
nav { border-right: 1px solid var(--line) } aside { border-left: 1px solid var(--line) }
main { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem 2rem }
button { font: inherit; text-align: left; background: none; border: 1px solid transparent; border-radius: 4px; padding: .2rem .4rem; cursor: pointer; color: inherit }
nav button, .finding { display: block; width: 100%; margin-bottom: .2rem; overflow-wrap: anywhere }
[aria-current=true] { border-color: currentColor }
mark { color: inherit; background: color-mix(in srgb, var(--family) 28%, transparent); border-bottom: 2px solid var(--family); cursor: pointer }
mark.current { outline: 2px solid var(--family) }
.dismissed { opacity: .45; text-decoration: line-through }
.finding { border-left: 4px solid var(--family); padding-left: .5rem; margin-bottom: .5rem }
.finding small, nav small { display: block; opacity: .75 }
.choices { display: flex; gap: .3rem; padding-left: .5rem; margin: -.3rem 0 .7rem }
.choices button { border-color: var(--line) } .chosen { background: var(--line) }
.fail { color: #dc322f } .review { color: #b58900 } .pass { color: #859900 }
</style>
<body>
<header><h1>dross</h1><span id="total"></span><span id="filters"></span><button id="export">Save decisions</button>
<small>j/k next, previous · a accept · d dismiss</small></header>
<nav id="documents"></nav><main id="text" tabindex="0"></main><aside id="findings"></aside>
`;

/** Builds the page from its data; text only ever becomes text nodes. */
export const PAGE_SCRIPT = `'use strict';
const data = [...document.querySelectorAll('script.data')].map((element) => JSON.parse(element.textContent));
const { summary } = data.find((entry) => entry.summary) ?? {};
const reports = data.filter((entry) => entry.id !== undefined);
const SEVERITIES = ['error', 'warning', 'info'];
const hidden = new Set();
const decisions = new Map();
let report = reports.find((entry) => entry.findings?.length) ?? reports[0];
let current;

function make(tag, text, properties = {}) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  return Object.assign(element, properties);
}

function keyOf(finding) {
  return JSON.stringify([report.id, finding.ruleId, finding.start, finding.end]);
}

function visible(entry = report) {
  return (entry?.findings ?? []).filter(({ family, severity }) => !hidden.has(family) && !hidden.has(severity));
}

function showDocuments() {
  const rows = reports.map((entry) => {
    const button = make('button', entry.id, { onclick: () => { report = entry; current = undefined; show(); } });
    button.setAttribute('aria-current', String(entry === report));
    const about = entry.error ? 'not read: ' + entry.error.message : entry.verdict + ' ' + entry.score + ' · ' + visible(entry).length + ' findings';
    button.append(make('small', about, { className: entry.verdict ?? 'fail' }));
    return button;
  });
  byId('documents').replaceChildren(...rows);
}

function byId(id) {
  return document.getElementById(id);
}

// spans of different families may overlap: the text is cut at every border, a piece takes the innermost finding
function showText() {
  const text = report?.text ?? '';
  const findings = visible();
  const opening = new Map();
  const borders = new Set([0, text.length]);
  for (const finding of findings) {
    borders.add(finding.start).add(finding.end);
    opening.set(finding.start, [...(opening.get(finding.start) ?? []), finding]);
  }
  let open = [];
  let from = 0;
  const pieces = [];
  for (const border of [...borders].sort((a, b) => a - b)) {
    if (border > from) pieces.push(piece(text.slice(from, border), open.at(-1)));
    open = open.filter(({ end }) => end > border).concat(opening.get(border) ?? []);
    from = border;
  }
  byId('text').replaceChildren(...pieces);
}

function piece(text, finding) {
  if (!finding) return document.createTextNode(text);
  const mark = make('mark', text, { title: finding.message, onclick: () => choose(finding) });
  mark.style.setProperty('--family', 'var(--' + finding.family + ')');
  mark.classList.toggle('current', finding === current);
  mark.classList.toggle('dismissed', decisions.get(keyOf(finding))?.decision === 'dismiss');
  return mark;
}

function showFindings() {
  const rows = visible().flatMap((finding) => {
    const row = make('button', finding.message, { className: 'finding', onclick: () => choose(finding) });
    row.style.setProperty('--family', 'var(--' + finding.family + ')');
    row.setAttribute('aria-current', String(finding === current));
    const confidence = Math.round(finding.confidence * 100) + ' %';
    row.append(make('small', finding.ruleId + ' · ' + finding.severity + ' · ' + confidence + ' · line ' + finding.line + ' · −' + finding.points));
    const choices = make('div', undefined, { className: 'choices' });
    for (const decision of ['accept', 'dismiss']) {
      const button = make('button', decision, { onclick: () => decide(finding, decision) });
      button.classList.toggle('chosen', decisions.get(keyOf(finding))?.decision === decision);
      choices.append(button);
    }
    return [row, choices];
  });
  byId('findings').replaceChildren(...rows);
}

function choose(finding) {
  current = finding;
  show();
  document.querySelector('mark.current')?.scrollIntoView({ block: 'center' });
  document.querySelector('.finding[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
}

function decide(finding, decision) {
  const key = keyOf(finding);
  if (decisions.get(key)?.decision === decision) decisions.delete(key);
  else {
    const { ruleId, family, start, end, excerpt } = finding;
    decisions.set(key, { id: report.id, ruleId, family, start, end, excerpt, decision, right: decision === 'accept' });
  }
  show();
}

function showFilters() {
  const families = Object.keys(summary?.counts ?? {});
  const boxes = [...families, ...SEVERITIES].map((name) => {
    const label = make('label', ' ' + name + ' ');
    const box = make('input', undefined, { type: 'checkbox', checked: true, onchange: () => { hidden[box.checked ? 'delete' : 'add'](name); show(); } });
    label.prepend(box);
    return label;
  });
  byId('filters').replaceChildren(...boxes);
}

function show() {
  showDocuments();
  showText();
  showFindings();
  byId('export').textContent = 'Save ' + decisions.size + ' decisions';
}

byId('export').onclick = () => {
  const lines = [...decisions.values()].map((decision) => JSON.stringify(decision) + '\\n').join('');
  const link = make('a', undefined, { href: URL.createObjectURL(new Blob([lines], { type: 'application/x-ndjson' })), download: 'decisions.jsonl' });
  link.click();
};

document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
  if (ctrlKey || metaKey || altKey) return;
  const findings = visible();
  const step = { j: 1, k: -1 }[key];
  if (step && findings.length > 0) choose(findings[Math.max(0, Math.min(findings.length - 1, findings.indexOf(current) + step))]);
  if (current && key === 'a') decide(current, 'accept');
  if (current && key === 'd') decide(current, 'dismiss');
});

const { pass = 0, review = 0, fail = 0 } = summary?.verdicts ?? {};
byId('total').textContent = reports.length + ' documents: ' + pass + ' pass, ' + review + ' review, ' + fail + ' fail';
showFilters();
show();
`;
