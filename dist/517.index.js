"use strict";

exports.id = 517;

exports.ids = [ 517 ];

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
 })
};