"use strict";

exports.id = 317;

exports.ids = [ 317 ];

exports.modules = {
 8317: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   ganttBlock: () => ganttBlock
  });
  var _text_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);
  const MOST_ROWS = 40;
  const MOST_BARS = 400;
  const MOST_COLUMNS = 36;
  const LEAST_NAME = 12;
  const LETTER_PX = 6;
  const CELLS = 100;
  const SECOND = 1e3;
  const MINUTE = 60 * SECOND;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;
  const YEAR = 365 * DAY;
  const AXES = [ [ 10, "1millisecond", "%-L ms" ], [ 50, "5millisecond", "%-L ms" ], [ 200, "20millisecond", "%-L ms" ], [ SECOND, "100millisecond", "%-L ms" ], [ 5 * SECOND, "500millisecond", "%-S.%L s" ], [ 20 * SECOND, "2second", "%-S s" ], [ 50 * SECOND, "5second", "%-S s" ], [ 2 * MINUTE, "15second", "%-M:%S min" ], [ 10 * MINUTE, "1minute", "%-M min" ], [ 50 * MINUTE, "5minute", "%-M min" ], [ 2 * HOUR, "15minute", "%-H:%M h" ], [ 10 * HOUR, "1hour", "%-H:%M h" ], [ DAY, "3hour", "%-H:%M h" ], [ 10 * DAY, "1day", "day %-j" ], [ 50 * DAY, "5day", "day %-j" ], [ Number.POSITIVE_INFINITY, "1month", "day %-j" ] ];
  function ganttBlock(runs) {
   const rows = rowsOf(runs);
   const spanMs = rows.flatMap(row => row.runs).reduce((most, {end: end}) => Math.max(most, end), 1);
   const shown = chosen(rows);
   const titles = titlesOf(shown);
   const bars = barsOf(shown, spanMs);
   return [ "```mermaid", ...settings(Math.max(...titles.map(columns)), spanMs), `title ${counted(rows.length, "node")}, ${counted(runs.length, "run")}, ${(0, 
   _text_format_js__WEBPACK_IMPORTED_MODULE_0__.a3)(spanMs)}`, ...shown.flatMap((row, index) => [ `section  ${quote(titles[index] ?? "")}`, ...(bars[index] ?? []).map(bar => task(bar, row)) ]), "```" ].join("\n");
  }
  function rowsOf(runs) {
   const starts = runs.map(({startedAt: startedAt}) => startedAt).filter(isTime);
   const origin = starts.reduce((first, start) => Math.min(first, start), Number.POSITIVE_INFINITY);
   const nodes = new Map;
   for (const {node: node, startedAt: startedAt, tookMs: tookMs, failed: failed} of runs) {
    const start = isTime(startedAt) ? Math.min(Math.round(startedAt - origin), YEAR) : 0;
    const end = start + (tookMs > 0 ? Math.min(Math.round(tookMs), YEAR) : 0);
    const bars = nodes.get(node) ?? [];
    nodes.set(node, bars);
    bars.push({
     start: start,
     end: end,
     failed: failed
    });
   }
   return [ ...nodes ].map(([node, bars]) => rowOf((0, _text_format_js__WEBPACK_IMPORTED_MODULE_0__.Kb)(node, 1e3) || "(no name)", bars)).sort((a, b) => startOf(a) - startOf(b));
  }
  function rowOf(name, runs, rest = false) {
   return {
    name: name,
    runs: runs.sort((a, b) => a.start - b.start),
    failures: runs.filter(({failed: failed}) => failed).length,
    busyMs: runs.reduce((sum, {start: start, end: end}) => sum + end - start, 0),
    rest: rest
   };
  }
  function startOf({runs: runs}) {
   return runs[0]?.start ?? 0;
  }
  function isTime(startedAt) {
   return startedAt > 0 && Number.isFinite(startedAt);
  }
  function chosen(rows) {
   if (rows.length <= MOST_ROWS) return rows;
   const byWeight = rows.toSorted((a, b) => Number(b.failures > 0) - Number(a.failures > 0) || b.busyMs - a.busyMs);
   const kept = new Set(byWeight.slice(0, MOST_ROWS - 1));
   const others = rows.filter(row => !kept.has(row));
   const runs = others.flatMap(row => row.runs);
   return [ ...rows.filter(row => kept.has(row)), rowOf(`\u2026 ${others.length} more nodes`, runs, true) ];
  }
  function barsOf(rows, spanMs) {
   for (let cells = CELLS; ;cells /= 2) {
    const cellMs = Math.max(1, Math.ceil(spanMs / cells));
    const bars = rows.map(row => row.runs.length === 1 || row.rest ? [ whole(row, spanMs) ] : filled(row, cellMs));
    if (bars.flat().length <= MOST_BARS) return bars;
   }
  }
  function whole(row, spanMs) {
   const start = startOf(row);
   const end = row.runs.reduce((last, run) => Math.max(last, run.end), start + Math.ceil(spanMs / CELLS));
   return {
    start: start,
    end: end,
    failed: row.failures > 0
   };
  }
  function filled({runs: runs}, cellMs) {
   const cells = new Map;
   for (const {start: start, end: end, failed: failed} of runs) {
    const first = Math.floor(start / cellMs);
    const last = Math.max(first, Math.ceil(end / cellMs) - 1);
    for (let cell = first; cell <= last; cell += 1) cells.set(cell, failed || cells.get(cell) === true);
   }
   const bars = [];
   for (const [cell, failed] of [ ...cells ].sort(([a], [b]) => a - b)) {
    const bar = {
     start: cell * cellMs,
     end: (cell + 1) * cellMs,
     failed: failed
    };
    const last = bars.at(-1);
    if (last?.end === bar.start && last.failed === failed) bars.splice(-1, 1, {
     ...last,
     end: bar.end
    }); else bars.push(bar);
   }
   return bars;
  }
  function titlesOf(rows) {
   const taken = new Set;
   return rows.map(({name: name, runs: runs, failures: failures, busyMs: busyMs, rest: rest}) => {
    const failed = failures > 0 ? `, ${failures} failed` : "";
    const suffix = runs.length > 1 && !rest ? ` \u00d7${runs.length} (${(0, _text_format_js__WEBPACK_IMPORTED_MODULE_0__.a3)(busyMs)}${failed})` : "";
    for (let n = 1; ;n += 1) {
     const end = n > 1 ? ` (${n})${suffix}` : suffix;
     const title = shorten(name, Math.max(LEAST_NAME, MOST_COLUMNS - columns(end))) + end;
     if (taken.has(title)) continue;
     taken.add(title);
     return title;
    }
   });
  }
  function shorten(name, most) {
   if (columns(name) <= most) return name;
   const characters = [ ...name ];
   let tail = "";
   while (columns(tail) < Math.floor(most / 3)) tail = `${characters.pop() ?? ""}${tail}`;
   let head = "";
   while (columns(head + tail) < most - 1) head += characters.shift() ?? "";
   return `${head.trimEnd()}\u2026${tail.trimStart()}`;
  }
  function columns(text) {
   const wide = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
   return [ ...text ].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
  }
  function settings(widest, spanMs) {
   const [, tickInterval, axisFormat] = AXES.find(([belowMs]) => spanMs < belowMs) ?? [];
   return [ "---", "config:", "  gantt:", "    displayMode: compact", `    leftPadding: ${Math.max(75, 25 + LETTER_PX * widest)}`, "    rightPadding: 50", "    numberSectionStyles: 2", "---", "gantt", "accTitle: The nodes that ran, over time", "dateFormat YYYY-MM-DD HH:mm:ss.SSS", `axisFormat ${axisFormat}`, `tickInterval ${tickInterval}`, "todayMarker off" ];
  }
  function task({start: start, end: end, failed: failed}, {runs: runs, rest: rest, failures: failures, busyMs: busyMs}) {
   const tag = failed ? "crit, " : rest ? "done, " : "";
   const failure = failed ? `, ${rest ? `${failures} ` : ""}failed` : "";
   const text = `${rest ? `${counted(runs.length, "run")}, ` : ""}${(0, _text_format_js__WEBPACK_IMPORTED_MODULE_0__.a3)(busyMs)}${failure}`;
   return `${runs.length === 1 || rest ? text : "\u200b"} :${tag}${timestamp(start)}, ${end - start}ms`;
  }
  function counted(count, noun) {
   return `${count} ${noun}${count === 1 ? "" : "s"}`;
  }
  function timestamp(ms) {
   return new Date(Date.UTC(2001, 0, 1) + ms).toISOString().slice(0, -1).replace("T", " ");
  }
  function quote(text) {
   return text.replace(/[^\w .,()/+\u0080-\u{10ffff}-]|[\ufb02\u00b6]/gu, character => `#${character.codePointAt(0)};`);
  }
 })
};