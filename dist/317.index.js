"use strict";
exports.id = 317;
exports.ids = [317];
exports.modules = {

/***/ 8317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ganttBlock: () => (/* binding */ ganttBlock),
/* harmony export */   ganttOf: () => (/* binding */ ganttOf)
/* harmony export */ });
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);

const MOST_ROWS = 40;
const MOST_BARS = 400;
const MOST_COLUMNS = 36;
const LEAST_NAME = 12;
const LETTER_PX = 6;
const PLOT_PX = 550;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const UNITS = [
    { unit: 'millisecond', ms: 1, steps: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
    { unit: 'second', ms: SECOND, steps: [1, 2, 5, 10, 15, 30] },
    { unit: 'minute', ms: MINUTE, steps: [1, 2, 5, 10, 15, 30] },
    { unit: 'hour', ms: HOUR, steps: [1, 2, 4, 6, 12] },
    { unit: 'day', ms: DAY, steps: [1, 2, 5] },
];
const MOST_STEPS = 7;
function ganttOf(runs) {
    if (runs.length === 0)
        return '';
    const rows = rowsOf(runs);
    const bars = rows.flatMap((row) => row.bars);
    const spanMs = bars.reduce((most, bar) => Math.max(most, bar.end), 1);
    const shown = chosen(rows);
    const titles = titlesOf(shown);
    return [
        ...settings(Math.max(...titles.map(columns)), spanMs),
        `title ${counted(rows.length, 'node')}, ${counted(runs.length, 'run')}, ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(spanMs)}`,
        ...drawn(shown, spanMs).flatMap((row, index) => [
            `section  ${quote(titles[index] ?? '')}`,
            ...row.bars.map((bar) => task(row, bar, spanMs)),
        ]),
    ].join('\n');
}
function ganttBlock(runs) {
    const source = ganttOf(runs);
    return source === '' ? '' : `\`\`\`mermaid\n${source}\n\`\`\``;
}
function rowsOf(runs) {
    const origin = runs.reduce((first, { startedAt }) => (isTime(startedAt) ? Math.min(first, startedAt) : first), Infinity);
    const nodes = new Map();
    for (const { node, startedAt, tookMs, failed } of runs) {
        const start = isTime(startedAt) ? Math.min(Math.round(startedAt - origin), YEAR) : 0;
        const busyMs = tookMs > 0 ? Math.min(Math.round(tookMs), YEAR) : 0;
        const bars = nodes.get(node) ?? [];
        nodes.set(node, bars);
        bars.push({ start, end: start + busyMs, busyMs, failed });
    }
    const rows = [...nodes].map(([node, bars]) => rowOf(nameOf(node), bars));
    return rows.sort((a, b) => startOf(a) - startOf(b));
}
function rowOf(name, bars) {
    return {
        name,
        bars: bars.sort((a, b) => a.start - b.start),
        runs: bars.length,
        failures: bars.filter((bar) => bar.failed).length,
        busyMs: bars.reduce((sum, bar) => sum + bar.busyMs, 0),
        rest: false,
    };
}
function startOf(row) {
    return row.bars[0]?.start ?? 0;
}
function isTime(startedAt) {
    return startedAt > 0 && Number.isFinite(startedAt);
}
function chosen(rows) {
    if (rows.length <= MOST_ROWS)
        return rows;
    const byWeight = rows.toSorted((a, b) => Number(b.failures > 0) - Number(a.failures > 0) || b.busyMs - a.busyMs);
    const kept = new Set(byWeight.slice(0, MOST_ROWS - 1));
    const others = rows.filter((row) => !kept.has(row));
    const bars = others.flatMap((row) => row.bars);
    const rest = rowOf(`… ${others.length} more nodes`, bars);
    const start = startOf(rest);
    const end = bars.reduce((latest, each) => Math.max(latest, each.end), start);
    const bar = { start, end, busyMs: rest.busyMs, failed: rest.failures > 0 };
    return [...rows.filter((row) => kept.has(row)), { ...rest, bars: [bar], rest: true }];
}
function drawn(rows, spanMs) {
    for (let least = Math.ceil(spanMs / 100);; least *= 2) {
        const joint = rows.map((row) => ({ ...row, bars: joined(row.bars, least) }));
        const count = joint.reduce((sum, row) => sum + row.bars.length, 0);
        if (count <= MOST_BARS || least > spanMs)
            return joint;
    }
}
function joined(runs, least) {
    const bars = [];
    for (const run of runs) {
        const bar = { ...run, end: Math.max(run.end, run.start + least) };
        const last = bars.at(-1);
        if (!last || bar.start >= last.end)
            bars.push(bar);
        else if (bar.failed === last.failed || bar.start <= last.start || bar.end <= last.end) {
            last.end = Math.max(last.end, bar.end);
            last.busyMs += bar.busyMs;
            last.failed ||= bar.failed;
        }
        else if (bar.failed) {
            last.end = bar.start;
            bars.push(bar);
        }
        else
            bars.push({ ...bar, start: last.end });
    }
    return bars;
}
function titlesOf(rows) {
    const taken = new Set();
    return rows.map(({ name, runs, failures, busyMs, rest }) => {
        const failed = failures > 0 ? `, ${failures} failed` : '';
        const several = runs > 1 && !rest ? ` ×${runs}` : '';
        const suffix = several === '' ? '' : `${several} (${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(busyMs)}${failed})`;
        for (let n = 1;; n += 1) {
            const end = n > 1 ? ` (${n})${suffix}` : suffix;
            const title = shorten(name, Math.max(LEAST_NAME, MOST_COLUMNS - columns(end))) + end;
            if (taken.has(title))
                continue;
            taken.add(title);
            return title;
        }
    });
}
function nameOf(node) {
    const name = node
        .slice(0, 1000)
        .replace(/[\s\u0085]+/g, ' ')
        .replace(/[\u200c\u200d]/g, '')
        .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd')
        .trim();
    return name === '' ? '(no name)' : name;
}
function shorten(name, most) {
    if (columns(name) <= most)
        return name;
    const characters = [...name];
    let tail = '';
    while (columns(tail) < Math.floor(most / 3))
        tail = `${characters.pop() ?? ''}${tail}`;
    let head = '';
    while (columns(head + tail) < most - 1)
        head += characters.shift() ?? '';
    return `${head.trimEnd()}…${tail.trimStart()}`;
}
function columns(text) {
    const wide = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}
function settings(widest, spanMs) {
    const { tickInterval, stepMs } = axisSteps(spanMs);
    return [
        '---',
        'config:',
        '  gantt:',
        '    displayMode: compact',
        `    leftPadding: ${Math.max(75, 25 + LETTER_PX * widest)}`,
        '    rightPadding: 50',
        '    numberSectionStyles: 2',
        '---',
        'gantt',
        'accTitle: The nodes that ran, over time',
        'dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `axisFormat ${axisFormat(spanMs, stepMs)}`,
        `tickInterval ${tickInterval}`,
        'todayMarker off',
    ];
}
function axisSteps(spanMs) {
    for (const { unit, ms, steps } of UNITS) {
        const step = steps.find((count) => spanMs <= count * ms * MOST_STEPS);
        if (step)
            return { tickInterval: `${step}${unit}`, stepMs: step * ms };
    }
    return { tickInterval: '1month', stepMs: 31 * DAY };
}
function axisFormat(spanMs, stepMs) {
    if (spanMs < SECOND)
        return '%-L ms';
    if (stepMs < SECOND)
        return '%-S.%L s';
    if (spanMs < MINUTE)
        return '%-S s';
    if (spanMs < HOUR)
        return stepMs < MINUTE ? '%-M:%S min' : '%-M min';
    if (spanMs < DAY)
        return '%-H:%M h';
    return stepMs < DAY ? 'day %-j, %H:%M' : 'day %-j';
}
function task(row, bar, spanMs) {
    const tag = bar.failed ? 'crit, ' : row.rest ? 'done, ' : '';
    return `${label(row, bar, spanMs)} :${tag}${timestamp(bar.start)}, ${bar.end - bar.start}ms`;
}
function label(row, bar, spanMs) {
    const failed = bar.failed ? `, ${row.rest ? `${row.failures} ` : ''}failed` : '';
    const text = `${row.rest ? `${counted(row.runs, 'run')}, ` : ''}${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(bar.busyMs)}${failed}`;
    const fits = text.length * LETTER_PX < ((bar.end - bar.start) / spanMs) * PLOT_PX;
    return row.bars.length === 1 || fits ? text : '\u200b';
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function timestamp(ms) {
    return new Date(Date.UTC(2001, 0, 1) + ms).toISOString().slice(0, -1).replace('T', ' ');
}
function quote(text) {
    return text.replace(/[^\w .,()/+\u0080-\u{10ffff}-]|[ﬂ¶]/gu, (character) => `#${character.codePointAt(0)};`);
}


/***/ })

};
;