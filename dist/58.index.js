"use strict";
exports.id = 58;
exports.ids = [58];
exports.modules = {

/***/ 2058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportUnconfigured: () => (/* binding */ reportUnconfigured),
/* harmony export */   reportWrongInputs: () => (/* binding */ reportWrongInputs)
/* harmony export */ });
/* unused harmony export summaryOfProblems */
/* harmony import */ var _host_write_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9157);
/* harmony import */ var _routes_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2075);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9093);
/* harmony import */ var _text_safe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8753);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3517);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5138);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6129);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8144);








async function reportWrongInputs(problems, run, host) {
    const lines = await setOutputsOf(problems, run, host);
    if (host.input('summary').trim().toLowerCase() !== 'false')
        await (0,_host_write_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSummary */ .S)(summaryOfProblems(lines, host), host);
    const help = (0,_help_js__WEBPACK_IMPORTED_MODULE_3__/* .helpOn */ .l)('inputs', host);
    const end = [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Nothing was sent.`, ...(help ? [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Help: ${help}`] : [])];
    host.log.error((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)([...lines, ...end], '\n'), _report_js__WEBPACK_IMPORTED_MODULE_5__/* .TITLES */ .eX['wrong inputs']);
    return 1;
}
async function reportUnconfigured(problems, how, run, host) {
    const why = (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Nothing was sent: the step is not configured here, which if-unconfigured allows.`;
    const lines = [...(await setOutputsOf(problems, run, host)), why];
    if (how === 'warn')
        host.log.warning((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)(lines, '\n'), (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `The n8n step is not configured`);
    else
        for (const line of lines)
            host.log.info(line);
    return 0;
}
async function setOutputsOf(problems, run, host) {
    const lines = problems.map((line) => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_7__/* .shownLine */ .QN)(line, host.show));
    const why = { row: 'inputs', message: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)(lines), hint: _text_safe_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTHING */ .K$ };
    (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .setOutputs */ .n0)(await (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .finish */ .O9)((0,_routes_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .notSent */ .eE)(undefined, why), false, run, host), host);
    return lines;
}
function summaryOfProblems(lines, host) {
    const items = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .together */ .bs)(lines.map((line) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<li>${line}</li>`));
    return (0,_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .written */ .Mp)([
        (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<h3>\u274c The inputs of the n8n step are wrong</h3>`,
        ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .stepOf */ .cg)(host),
        (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<ul>${items}</ul>`,
        (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p>Nothing was sent.${(0,_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .helpLink */ .Cp)((0,_help_js__WEBPACK_IMPORTED_MODULE_3__/* .helpOn */ .l)('inputs', host))}</p>`,
    ]);
}


/***/ })

};
;