"use strict";

exports.id = 58;

exports.ids = [ 58, 517 ];

exports.modules = {
 3517: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   helpOn: () => helpOn
  });
  var safe = __webpack_require__(8753);
  // CONCATENATED MODULE: ./build/verdict/row-name.js
  const ROWS_BY_HEADING = {
   inputs: [ [ "inputs", "payload", "no-credentials", "unsigned" ], [ "unreadable-body", "client-certificate", "broken-request" ] ],
   "n8n-was-not-reached": [ [ "name-not-found", "connection-refused", "not-connected" ] ],
   "certificates-and-proxies": [ [ "certificate", "tls", "proxy" ] ],
   "n8n-replied-and-nothing-ran": [ [ "starting-up", "unavailable", "own-path", "cannot-post", "wrong-method", "test-url", "not-registered" ], [ "nothing-for-head", "not-published", "editor-page", "login-page", "could-not-start", "only-run-if" ], [ "not-passed-on", "no-such-page", "not-n8n" ], [ "resume-signature", "resume-gone", "resume-method", "resume-form", "resume-ended", "resume-running", "resume-silent" ], [ "form-type", "form-page", "form-not-registered", "form-next-page", "chat-page", "chat-history" ] ],
   "n8n-refused-the-call": [ [ "basic-auth", "header-auth", "jwt-auth", "ip-list", "signature", "unauthorized" ], [ "form-auth", "chat-auth", "chat-not-public" ], [ "too-large", "over-payload-limit", "start-failure", "unparseable", "overloaded" ] ],
   "the-workflow-failed": [ [ "stream-failed", "never-responded", "workflow-failed", "last-node-empty", "success-when" ], [ "execution-error", "execution-crashed", "execution-canceled" ] ],
   "the-reply-was-lost": [ [ "gateway-failure", "no-reply", "broken-reply", "reply-too-large", "reply-not-written", "reply-lost" ] ],
   "other-replies": [ [ "redirect", "not-accepted", "answered", "accepted" ] ],
   "following-the-execution": [ [ "aborted", "cancelled", "execution-success", "execution-absent", "execution-unreachable" ], [ "execution-not-saved", "execution-timeout" ] ],
   "n8ns-api-and-the-key": [ [ "api-unreachable", "api-unavailable", "api-redirect", "api-unauthorized", "api-forbidden", "api-not-found" ], [ "api-too-old", "api-blocked", "api-silent", "api-not-there", "api-unreadable", "api-refused" ] ],
   "a-workflow-by-its-id": [ [ "no-start-endpoint", "start-silent", "no-trigger" ], [ "gateway-not-published", "gateway-no-trigger", "gateway-run-failed" ] ],
   "the-mcp-server": [ [ "mcp-disabled", "mcp-unauthorized", "mcp-not-there", "mcp-unreadable", "mcp-no-tool", "mcp-no-execution" ], [ "mcp-not-available", "mcp-not-found", "mcp-archived", "mcp-not-published", "mcp-trigger", "mcp-refused" ], [ "mcp-started" ] ]
  };
  function headingOf(row) {
   const found = Object.entries(ROWS_BY_HEADING).find(([, rows]) => rows.flat().some(name => name === row));
   return (0, safe.Eh)(found?.[0] ?? "");
  }
  // CONCATENATED MODULE: ./build/report/help.js
  function helpOn(row, {env: env, show: show}) {
   const repository = env["GITHUB_ACTION_REPOSITORY"];
   const ref = env["GITHUB_ACTION_REF"];
   if (!repository || !ref) return;
   const server = env["GITHUB_SERVER_URL"] || "https://github.com";
   const version = encodeURI(`${server}/${repository}/blob/${ref}`).replace(/[?#]/g, encodeURIComponent);
   return (0, safe.cv)`${show(version, 500)}/docs/troubleshooting.md#${headingOf(row)}`;
  }
 }),
 2058: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   reportUnconfigured: () => reportUnconfigured,
   reportWrongInputs: () => reportWrongInputs
  });
  var _inputs_reading_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(416);
  var _routes_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2075);
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9093);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8753);
  var _help_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3517);
  var _html_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5138);
  var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6129);
  var _summary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8144);
  async function reportWrongInputs(problems, run, host) {
   const lines = await setOutputsOf(problems, run, host);
   if ((0, _inputs_reading_js__WEBPACK_IMPORTED_MODULE_6__.ui)(host)) host.writeSummary(summaryOfProblems(lines, host));
   const help = (0, _help_js__WEBPACK_IMPORTED_MODULE_2__.helpOn)("inputs", host);
   const end = [ (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`Nothing was sent.`, ...help ? [ (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`Help: ${help}` ] : [] ];
   host.log.error((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.fj)([ ...lines, ...end ], "\n"), _report_js__WEBPACK_IMPORTED_MODULE_4__.eX["wrong inputs"]);
   return 1;
  }
  async function reportUnconfigured(problems, how, run, host) {
   const why = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`Nothing was sent: the step is not configured here, which if-unconfigured allows.`;
   const lines = [ ...await setOutputsOf(problems, run, host), why ];
   if (how === "warn") host.log.warning((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.fj)(lines, "\n"), (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`The n8n step is not configured`); else for (const line of lines) host.log.info(line);
   return 0;
  }
  async function setOutputsOf(problems, run, host) {
   const lines = problems.map(line => (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_7__.QN)(line, host.show));
   const why = {
    row: "inputs",
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.fj)(lines),
    hint: _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.K$
   };
   (0, _report_js__WEBPACK_IMPORTED_MODULE_4__.n0)(await (0, _report_js__WEBPACK_IMPORTED_MODULE_4__.O9)((0, 
   _routes_outcome_js__WEBPACK_IMPORTED_MODULE_0__.eE)(void 0, why), false, run, host), host);
   return lines;
  }
  function summaryOfProblems(lines, host) {
   const items = (0, _html_js__WEBPACK_IMPORTED_MODULE_3__.bs)(lines.map(line => (0, 
   _html_js__WEBPACK_IMPORTED_MODULE_3__.qy)`<li>${line}</li>`));
   return (0, _summary_js__WEBPACK_IMPORTED_MODULE_5__.Mp)([ (0, _html_js__WEBPACK_IMPORTED_MODULE_3__.qy)`<h3>\u274c The inputs of the n8n step are wrong</h3>`, ...(0, 
   _summary_js__WEBPACK_IMPORTED_MODULE_5__.cg)(host), (0, _html_js__WEBPACK_IMPORTED_MODULE_3__.qy)`<ul>${items}</ul>`, (0, 
   _html_js__WEBPACK_IMPORTED_MODULE_3__.qy)`<p>Nothing was sent.${(0, _summary_js__WEBPACK_IMPORTED_MODULE_5__.Cp)((0, 
   _help_js__WEBPACK_IMPORTED_MODULE_2__.helpOn)("inputs", host))}</p>` ]);
  }
 })
};