"use strict";

exports.id = 645;

exports.ids = [ 645 ];

exports.modules = {
 6005: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Il: () => MCP_ACCEPT,
   JN: () => readAnswer,
   rd: () => mcpToolCall,
   sl: () => mcpRequest
  });
  var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5717);
  function mcpRequest(method, params) {
   return {
    jsonrpc: "2.0",
    id: 1,
    method: method,
    params: params
   };
  }
  function mcpToolCall(name, args) {
   return mcpRequest("tools/call", {
    name: name,
    arguments: args
   });
  }
  const MCP_ACCEPT = "application/json, text/event-stream";
  function readAnswer(text) {
   for (const message of text.trimStart().startsWith("{") ? [ text ] : eventsIn(text)) {
    const rpc = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.MR)(message);
    if (!(0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(rpc) || rpc["jsonrpc"] !== "2.0") continue;
    const {result: result, error: error} = rpc;
    if ((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(error)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)({
     code: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.rl)(error["code"]),
     message: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.ws)(error["message"])
    });
    if ((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(result)) return readResult(result);
   }
   return;
  }
  function readResult(result) {
   const {structuredContent: structuredContent, content: content, isError: isError} = result;
   const [first] = Array.isArray(content) ? content : [];
   const text = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.A7)(first)["text"]);
   if (isError === true) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)({
    code: void 0,
    message: text || (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.ws)((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.A7)(structuredContent)["error"])
   });
   if ((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(structuredContent)) return (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(structuredContent);
   const data = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.MR)(text);
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(data) ? data : result);
  }
  function eventsIn(text) {
   const lines = text.replace(/\r\n?/g, "\n");
   return lines.split(/\n{2,}/).map(event => event.split("\n").filter(line => line.startsWith("data:")).map(line => line.slice(5).replace(/^ /, "")).join("\n"));
  }
 }),
 4062: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   $t: () => placeOf,
   Gg: () => titleOf,
   HJ: () => quoteReply,
   RU: () => isJsonReply,
   Rh: () => byServer,
   Uo: () => headOf,
   Z9: () => wordsOf,
   yp: () => isPage
  });
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  const MOST = 16384;
  function headOf(text) {
   return text.slice(0, MOST);
  }
  function isPage({headers: headers, text: text}) {
   const type = headers["content-type"];
   return /^[\s\ufeff]*<[a-z!?]/i.test(text) && (type === void 0 || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type));
  }
  function isJsonReply({headers: headers, json: json}) {
   return json !== void 0 || /\bjson\b/i.test(headers["content-type"] ?? "");
  }
  function titleOf(text) {
   return /<title[^<>]{0,100}>\s*([^<\s][^<]{0,200})/i.exec(headOf(text))?.[1];
  }
  function wordsOf(page) {
   return titleOf(page) ?? headOf(page).replace(/<[^<>]*>/g, " ");
  }
  function quoteReply(view) {
   const {text: text, jsonMessage: jsonMessage, call: call} = view;
   const said = call.show(jsonMessage || (isPage(view) ? wordsOf(text) : text));
   return said === "" ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`an empty body` : (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`"${said}"`;
  }
  function byServer({headers: {server: server}, call: call}) {
   return server === void 0 ? _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$ : (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`, from the server "${call.show(String(server), 80)}"`;
  }
  function placeOf(headers, {url: url, show: show}) {
   const place = URL.parse(headers.location ?? "", url.href);
   if (!place || !/^https?:$/.test(place.protocol)) return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`an invalid URL`;
   if (place.origin === url.origin) return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`another path on the same server`;
   return show(place.origin + place.pathname);
  }
 }),
 1706: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   FO: () => mcpRefusal,
   iB: () => mcpRows,
   pt: () => mcpAnswerRow
  });
  var _n8n_mcp_message_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6005);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5666);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  var _reply_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4062);
  var _row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8506);
  const SETTINGS = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n, Settings, Instance-level MCP`;
  const REFUSALS = [ {
   row: "mcp-not-available",
   words: /not available in MCP/i,
   hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`In n8n, turn on "Available in MCP" in the workflow's menu or settings.`
  }, {
   row: "mcp-not-found",
   words: /^Workflow not found|don't have permission/i,
   hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Compare workflow-id with the editor's address, \u2026/workflow/ID; the token's owner needs the right to run it. Older n8n says the same about a workflow that is not available in MCP.`
  }, {
   row: "mcp-archived",
   words: /is archived/i,
   hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Unarchive and publish it in n8n.`
  }, {
   row: "mcp-not-published",
   words: /no published \(active\) version/i,
   hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Publish it in n8n.`
  }, {
   row: "mcp-trigger",
   words: /^Trigger node|\btriggerNodeName\b|^This workflow has (?:no|multiple) trigger|trigger nodes? can be executed/i,
   hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Compare trigger-node and payload with the published version in n8n.`
  } ];
  const NOT_UNDERSTOOD = [ -32700, -32600, -32601, -32602 ];
  function mcpRefusal(said, show, code) {
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's MCP server refused: ${show(said)}`;
   const known = REFUSALS.find(({words: words}) => words.test(said));
   if (known) return {
    name: known.row,
    ran: "no",
    message: message,
    hint: known.hint
   };
   if (NOT_UNDERSTOOD.includes(code) || /-32602|Input validation error|unrecognized[ _]key|Tool \S+ not found/i.test(said)) {
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`This version of n8n does not understand what the action sends. Please report this.`;
    return {
     name: "mcp-refused",
     ran: "no",
     message: message,
     hint: hint
    };
   }
   return {
    name: "mcp-refused",
    ran: "maybe",
    message: message,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Look at the workflow's executions in n8n.`
   };
  }
  const mcpRows = [ {
   name: "mcp-disabled",
   when: {
    where: ({status: status, jsonMessage: jsonMessage}) => [ 403, 404 ].includes(status) && jsonMessage === "MCP access is disabled"
   },
   ran: "no",
   message: ({status: status}) => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`MCP access is disabled in this n8n (${status}).`,
   hint: () => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`An owner or admin turns it on: ${SETTINGS}.`
  }, {
   name: "mcp-unauthorized",
   when: {
    where: ({status: status, headers: headers}) => status === 401 && /n8n MCP/.test(headers["www-authenticate"] ?? "")
   },
   ran: "no",
   message: ({status: status}) => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's MCP server does not accept this secret-key (${status}).`,
   hint: () => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`A new access token revokes the previous one: use the user's current token (${SETTINGS}, Connect).`
  }, {
   name: "mcp-not-there",
   when: {
    where: ({status: status}) => status === 404 || status === 405
   },
   ran: "no",
   retry: _row_js__WEBPACK_IMPORTED_MODULE_2__.Dh,
   message: ({status: status}) => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n has no MCP server at this address (${status}).`,
   hint: ({call: call}) => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Check that ${call.show(call.addressInput)} is the address that opens n8n in the browser. Older versions of n8n have no MCP server, and N8N_DISABLED_MODULES can turn it off.`
  } ];
  const STARTED = {
   name: "mcp-started",
   success: true,
   ran: "yes",
   message: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$,
   hint: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$
  };
  const RUN_FAILED = {
   name: "workflow-failed",
   ran: "yes",
   inconclusive: true,
   message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The workflow ran and failed.`,
   hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Open the workflow's executions in n8n to see what happened.`
  };
  const UNREADABLE = {
   name: "mcp-unreadable",
   ran: "maybe",
   message: view => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The reply is not from an MCP server: HTTP ${view.status} with ${(0, 
   _reply_js__WEBPACK_IMPORTED_MODULE_1__.HJ)(view)}.`,
   hint: ({call: call}) => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Check that ${call.show(call.addressInput)} is the address of n8n, and that nothing in front of it replied.`
  };
  function mcpAnswerRow({text: text, call: call}) {
   const answer = (0, _n8n_mcp_message_js__WEBPACK_IMPORTED_MODULE_3__.JN)(text);
   if (!answer) return UNREADABLE;
   if (!answer.ok) return mcpRefusal(answer.error.message || "it gave no reason", call.show, answer.error.code);
   const data = answer.value;
   if (isId(data["executionId"])) return isFailure(data) ? RUN_FAILED : STARTED;
   return mcpRefusal((0, _text_json_js__WEBPACK_IMPORTED_MODULE_4__.ws)(data["error"]) || "it gave no execution", call.show);
  }
  function isFailure(result) {
   return result["success"] === false || (0, _text_json_js__WEBPACK_IMPORTED_MODULE_4__.jh)(result["error"]) || /^(?:error|crashed)$/.test((0, 
   _text_json_js__WEBPACK_IMPORTED_MODULE_4__.ws)(result["status"]));
  }
  function isId(value) {
   return typeof value === "string" && value !== "" || typeof value === "number";
  }
 }),
 7645: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   rowsFor: () => rowsFor
  });
  var http_status = __webpack_require__(4999);
  var mark = __webpack_require__(217);
  var safe = __webpack_require__(8753);
  // CONCATENATED MODULE: ./build/verdict/proxies.js
  const MITIGATED = (0, safe.cv)`In Cloudflare, let this runner's calls to n8n pass without a challenge: a WAF rule that skips it for the webhook's path, or a service token in headers.`;
  const PLAIN_HTTP = (0, safe.cv)`Write https instead of http in url.`;
  const PROXY_SAYINGS = [ {
   proxy: (0, safe.cv)`HAProxy`,
   status: [ 503 ],
   words: /No server is available to handle this request|application is currently not serving requests at this endpoint/
  }, {
   proxy: (0, safe.cv)`Traefik`,
   status: [ 503 ],
   words: /^no available server\s*$/
  }, {
   proxy: (0, safe.cv)`Envoy`,
   status: [ 503 ],
   words: /^(?:no healthy upstream|envoy overloaded|fault filter abort)/
  }, {
   proxy: (0, safe.cv)`Envoy`,
   status: [ 503 ],
   words: /disconnect\/reset before headers\. reset reason: (?:(?:remote |local )?connection (?:failure|timeout)|overflow)/
  }, {
   proxy: (0, safe.cv)`Envoy`,
   status: [ 401, 403 ],
   words: /^(?:RBAC: access denied|Jwt [a-z ]+|Audiences in Jwt are not allowed)$/
  }, {
   proxy: (0, safe.cv)`Linkerd`,
   status: [ 403, 502, 503, 504 ],
   header: [ "l5d-proxy-error", /fail-?fast|error trying to connect|connect timed out|unauthorized/ ]
  }, {
   proxy: (0, safe.cv)`nginx`,
   status: [ 400 ],
   words: /The plain HTTP request was sent to HTTPS port/,
   hint: PLAIN_HTTP
  }, {
   proxy: (0, safe.cv)`nginx`,
   status: [ 503 ],
   words: /<hr><center>(?:nginx|openresty|tengine|angie)\b/i
  }, {
   proxy: (0, safe.cv)`AWS's load balancer`,
   status: [ 503 ],
   header: [ "server", /^awselb\// ],
   words: /<center><h1>\d{3} /
  }, {
   proxy: (0, safe.cv)`AWS's load balancer`,
   status: [ 463, 464, 561 ],
   header: [ "server", /^awselb\// ]
  }, {
   proxy: (0, safe.cv)`AWS WAF`,
   status: [ 202, 405 ],
   header: [ "x-amzn-waf-action", /./ ]
  }, {
   proxy: (0, safe.cv)`Caddy`,
   status: [ 401, 403, 404, 503 ],
   header: [ "server", /^Caddy$/ ],
   without: [ "content-type", "via" ],
   words: /^$/
  }, {
   proxy: (0, safe.cv)`IIS`,
   status: [ 503 ],
   header: [ "server", /^Microsoft-HTTPAPI\// ],
   words: /HTTP Error 503\. /
  }, {
   proxy: (0, safe.cv)`Kong`,
   status: [ 503 ],
   words: /failure to get a peer from the ring-balancer|^.{0,20}name resolution failed/
  }, {
   proxy: (0, safe.cv)`Kong`,
   status: [ 400, 401, 403, 411, 413, 426 ],
   header: [ "server", /^kong\// ],
   without: [ "via", "x-kong-upstream-latency" ]
  }, {
   proxy: (0, safe.cv)`Kubernetes`,
   status: [ 503 ],
   words: /"message":\s*"no endpoints available for service /
  }, {
   proxy: (0, safe.cv)`Cloud Foundry`,
   status: [ 404, 503 ],
   header: [ "x-cf-routererror", /^(?:unknown_route|no_endpoints|Connection Limit Reached)/i ]
  }, {
   proxy: (0, safe.cv)`Squid`,
   status: [ 503 ],
   header: [ "x-squid-error", /^ERR_(?:CONNECT_FAIL|DNS_FAIL)\b/ ]
  }, {
   proxy: (0, safe.cv)`Heroku`,
   status: [ 503 ],
   words: /No web processes running|Offline for Maintenance|maintenance-mode\.html/i
  }, {
   proxy: (0, safe.cv)`Fly.io`,
   status: [ 502, 503 ],
   words: /\[PR01\]|no known healthy instances found/
  }, {
   proxy: (0, safe.cv)`Render`,
   status: [ 404, 502, 503 ],
   header: [ "x-render-routing", /no-server|no-deploy|suspend|hibernate/ ]
  }, {
   proxy: (0, safe.cv)`Azure`,
   status: [ 401, 403, 404 ],
   words: /^\{\s*"statusCode":\s*40[14],\s*"message":\s*"(?:Access denied due to|Resource not found)/
  }, {
   proxy: (0, safe.cv)`Imperva`,
   status: [ 200 ],
   words: /Incapsula incident ID/
  }, {
   proxy: (0, safe.cv)`Cloudflare`,
   status: [ 409 ],
   words: /^error code: 10\d\d\b/
  }, {
   proxy: (0, safe.cv)`Cloudflare`,
   status: [ 521, 523, 525, 526, 530 ]
  }, {
   proxy: (0, safe.cv)`Cloudflare`,
   status: [ 403, 429, 503 ],
   header: [ "cf-mitigated", /./ ],
   hint: MITIGATED
  }, {
   proxy: (0, safe.cv)`Cloudflare`,
   status: [ 403, 503 ],
   words: /<title>(?:Just a moment\.\.\.|Attention Required! \| Cloudflare|Access denied \|)|^error code: 10\d\d\b/,
   hint: MITIGATED
  }, {
   proxy: (0, safe.cv)`Cloudflare Access`,
   status: [ 302, 303 ],
   header: [ "location", /\.cloudflareaccess\.com\/|\/cdn-cgi\/access\/login/ ],
   hint: (0, safe.cv)`Allow a service token there, and send it in headers as CF-Access-Client-Id and CF-Access-Client-Secret.`
  }, {
   proxy: (0, safe.cv)`Google's Identity-Aware Proxy`,
   status: [ 401, 403 ],
   header: [ "x-goog-iap-generated-response", /^true$/ ]
  }, {
   proxy: (0, safe.cv)`Kong`,
   status: [ 404 ],
   words: /no Route matched with those values/
  }, {
   proxy: (0, safe.cv)`APISIX`,
   status: [ 404 ],
   words: /"error_msg":\s*"404 Route Not Found"/
  }, {
   proxy: (0, safe.cv)`AWS's API gateway`,
   status: [ 404 ],
   header: [ "apigw-requestid", /./ ],
   words: /^\{"message":"Not Found"\}$/
  }, {
   proxy: (0, safe.cv)`AWS's API gateway`,
   status: [ 400, 401, 403, 413, 415 ],
   header: [ "x-amzn-errortype", /Exception/ ]
  }, {
   proxy: (0, safe.cv)`Apigee`,
   status: [ 401, 403, 404, 503 ],
   words: /"errorcode":\s*"(?:(?:steps\.)?oauth\.v2\.|messaging\.adaptors\.http\.flow\.(?:ApplicationNotFound|NoActiveTargets)")/
  }, {
   proxy: (0, safe.cv)`Fastly`,
   status: [ 500 ],
   words: /Fastly error: unknown domain/
  }, {
   proxy: (0, safe.cv)`Railway`,
   status: [ 404 ],
   header: [ "x-railway-fallback", /^true$/ ]
  }, {
   proxy: (0, safe.cv)`Vercel`,
   status: [ 404 ],
   header: [ "x-vercel-error", /^[A-Z_]*NOT_FOUND$/ ]
  }, {
   proxy: (0, safe.cv)`Vercel`,
   status: [ 403, 429 ],
   header: [ "x-vercel-mitigated", /^(?:challenge|deny)$/ ]
  }, {
   proxy: (0, safe.cv)`ngrok`,
   status: [ 200, 400, 401, 402, 403, 404, 413 ],
   header: [ "ngrok-error-code", /^ERR_NGROK_/ ]
  }, {
   proxy: (0, safe.cv)`ngrok`,
   status: [ 502 ],
   header: [ "ngrok-error-code", /^ERR_NGROK_8012$/ ]
  }, {
   proxy: (0, safe.cv)`Envoy`,
   status: [ 404 ],
   header: [ "server", /^(?:envoy|istio-envoy)$/ ],
   without: [ "content-type", "x-envoy-upstream-service-time" ],
   words: /^$/
  }, {
   proxy: (0, safe.cv)`The server`,
   status: [ 400 ],
   words: /^Client sent an HTTP request to an HTTPS server\.|speaking plain HTTP to an SSL-enabled server port/,
   hint: PLAIN_HTTP
  } ];
  var reply = __webpack_require__(4062);
  // CONCATENATED MODULE: ./build/verdict/answerer.js
  function answererOf({status: status, headers: headers, text: text, call: call}) {
   if ((0, mark.r)(headers)) return {
    who: (0, mark.B)(call.url, text) ? "form" : "webhook"
   };
   const start = (0, reply.Uo)(text);
   const saying = PROXY_SAYINGS.find(({status: known, header: header, without: without, words: words}) => known.includes(status) && (header === void 0 || header[1].test(String(headers[header[0]] ?? ""))) && !without?.some(name => headers[name] !== void 0) && (words === void 0 || words.test(start)));
   return saying ? {
    who: "proxy",
    saying: saying
   } : {
    who: "unknown"
   };
  }
  function asksForPause(headers) {
   if (headers["retry-after"] === void 0) return false;
   const isCache = /varnish|fastly/i.test(`${headers.via ?? ""} ${headers.server ?? ""}`);
   return !isCache && headers["x-varnish"] === void 0 && headers["x-served-by"] === void 0;
  }
  var cache = __webpack_require__(9844);
  var text_json = __webpack_require__(5666);
  var row = __webpack_require__(8506);
  var accepted_by_webhook = __webpack_require__(8423);
  // CONCATENATED MODULE: ./build/verdict/rows/accepted.js
  const ONLY_RUN_IF = {
   name: "only-run-if",
   when: {
    says: /^Webhook call received$/,
    where: ({json: json}) => (0, text_json.jh)(json) && Object.keys(json).length === 1
   },
   ran: "no",
   message: (0, safe.cv)`n8n accepted the call but ran nothing: the "Only Run If" condition of the Webhook node is false for it.`,
   hint: (0, safe.cv)`If it should have run, compare the condition with what was sent.`
  };
  const acceptedRows = [ {
   ...ONLY_RUN_IF,
   success: true
  }, {
   name: "stream-failed",
   when: {
    where: ({text: text}) => failedNode(text) !== void 0
   },
   ran: "yes",
   claim: "not accepted",
   inconclusive: true,
   overruledByExecution: true,
   message: ({text: text, call: call}) => (0, safe.cv)`The node "${call.show(failedNode(text) ?? "")}" failed while the workflow was streaming its reply.`,
   hint: (0, safe.cv)`Open the execution in n8n to see why.`
  }, {
   name: "never-responded",
   when: {
    status: 200,
    text: /^$/,
    where: ({call: call, headers: headers}) => call.method !== "HEAD" && /^application\/json\b/.test(headers["content-type"] ?? "") && headers["content-security-policy"] === void 0
   },
   success: true,
   ran: "yes",
   inconclusive: true,
   overruledByExecution: true,
   message: (0, safe.cv)`The reply is empty, as it is when a workflow ends without reaching its Respond to Webhook node. Before 2.38, n8n also replies this way when the workflow failed.`,
   hint: (0, safe.cv)`With secret-key, the step finds out how the execution ended.`
  }, {
   name: "not-n8n",
   when: {
    where: view => (0, reply.yp)(view) || isBlank(view)
   },
   ran: "maybe",
   retry: row.Dh,
   overruledByExecution: true,
   message: view => (0, safe.cv)`The reply (HTTP ${view.status}) is ${whatIsOdd(view)}: n8n's webhooks never reply this way.`,
   hint: ({call: call}) => (0, safe.cv)`Check ${call.show(call.addressInput)}: whatever replied there is probably not n8n. If it is n8n, but from before August 2025 or with N8N_INSECURE_DISABLE_WEBHOOK_IFRAME_SANDBOX, set secret-key: the step then checks whether the workflow ran.`
  }, accepted_by_webhook.wh ];
  function isBlank({text: text, headers: headers, call: call, status: status}) {
   const isDue = call.route === "start" && status !== 200;
   return text === "" && headers["content-type"] === void 0 && !isDue;
  }
  function whatIsOdd(view) {
   const title = (0, reply.Gg)(view.text);
   const page = title === void 0 ? (0, safe.cv)`a page` : (0, safe.cv)`a page, titled "${view.call.show(title, 80)}"`;
   return (0, safe.cv)`${(0, reply.yp)(view) ? page : (0, safe.cv)`empty and without a content type`}${(0, 
   reply.Rh)(view)}`;
  }
  function failedNode(text) {
   if (!/^\s*\{"type":"(?:begin|keepalive|error)"/.test(text)) return;
   for (const line of text.split("\n")) {
    const chunk = line.startsWith('{"type":"error"') ? (0, text_json.MR)(line) : void 0;
    const node = (0, text_json.jh)(chunk) && (0, text_json.jh)(chunk["metadata"]) ? (0, 
    text_json.b6)(chunk["metadata"]["nodeName"]) : "";
    if (node !== "") return node;
   }
   return;
  }
  var format = __webpack_require__(3387);
  // CONCATENATED MODULE: ./build/verdict/rows/refused.js
  const DEFAULT_PAYLOAD_LIMIT = 16 * 1024 * 1024;
  const REFUSED = [ 401, 403 ];
  const START_FAILURE = {
   status: 500,
   says: /^There was a problem executing the workflow$/
  };
  const refusedRows = [ ...(0, row.NH)([ {
   name: "basic-auth",
   when: {
    status: REFUSED,
    text: /^Authorization is required!|^Authentication data is wrong!/
   },
   message: ({text: text, call: call}) => text.startsWith("Authorization is required") ? (0, 
   safe.cv)`The Webhook node requires Basic Auth, and ${sent(call)}.` : (0, safe.cv)`The Webhook node requires Basic Auth, and refused this user or password.`,
   hint: (0, safe.cv)`Set basic-auth to user:password, as in the node's credential.`
  }, {
   name: "header-auth",
   when: {
    status: REFUSED,
    text: /^Authorization data is wrong!/,
    where: ({call: call}) => call.route === "start"
   },
   message: (0, safe.cv)`The gateway workflow refused this secret-key.`,
   hint: (0, safe.cv)`Compare it with the value in the gateway's Header Auth credential, whose name must be X-N8N-API-KEY.`
  }, {
   name: "header-auth",
   when: {
    status: REFUSED,
    text: /^Authorization data is wrong!/
   },
   message: ({call: call}) => (0, safe.cv)`The Webhook node refused the call; ${sent(call)}.`,
   hint: ({call: call}) => (0, safe.cv)`${call.credentials.includes("basic-auth") ? (0, 
   safe.cv)`If it uses Basic Auth, user or password is wrong. ` : safe.K$}If it uses Header Auth, give the name and value of its credential in headers; if its option Ignore Bots is on, n8n says the same to clients that it takes for bots.`
  }, {
   name: "jwt-auth",
   when: {
    text: /^(?:No token provided|jwt |invalid (?:token|signature|algorithm)|secret)/,
    where: isFromWebhookNode
   },
   message: view => (0, safe.cv)`The Webhook node requires JWT Auth and replied ${(0, 
   reply.HJ)(view)}; ${sent(view.call)}.`,
   hint: jwtHint
  }, {
   name: "ip-list",
   when: {
    status: 403,
    text: /^IP is not (?:allowed|whitelisted) to access/
   },
   message: (0, safe.cv)`The Webhook node's IP allow-list does not contain this runner's address.`,
   hint: (0, safe.cv)`GitHub-hosted runners have changing addresses: use authentication instead, or a self-hosted runner. Behind a proxy, n8n needs N8N_PROXY_HOPS to see the address.`
  }, {
   name: "unauthorized",
   when: {
    status: REFUSED,
    where: isFromWebhookNode
   },
   message: view => (0, safe.cv)`The Webhook node refused the call with HTTP ${view.status} and ${(0, 
   reply.HJ)(view)}; ${sent(view.call)}.`,
   hint: (0, safe.cv)`Compare the authentication of the Webhook node with the inputs.`
  }, {
   name: "too-large",
   when: {
    status: 413,
    where: view => !(0, reply.RU)(view) || view.jsonMessage.startsWith("The submitted form data exceeds")
   },
   message: ({call: call}) => (0, safe.cv)`The body of ${(0, format.z3)(call.bodySize)} is larger than n8n, or a proxy in front of it, accepts (413).`,
   hint: (0, safe.cv)`Send less, or raise N8N_PAYLOAD_SIZE_MAX and the limit of the proxy.`
  }, {
   name: "over-payload-limit",
   when: {
    ...START_FAILURE,
    where: ({call: call}) => call.bodySize > DEFAULT_PAYLOAD_LIMIT
   },
   message: ({call: call}) => (0, safe.cv)`n8n refused the body of ${(0, format.z3)(call.bodySize)}: its limit is 16 MiB unless set otherwise.`,
   hint: (0, safe.cv)`Send less, or raise N8N_PAYLOAD_SIZE_MAX (in MiB) in n8n.`
  }, {
   name: "unparseable",
   when: {
    status: [ 400, 422 ],
    says: /^(?:Failed to parse request body|The submitted form data could not be parsed\.)$/
   },
   message: ({call: call}) => (0, safe.cv)`n8n could not parse the body as ${call.show(call.contentType)}.`,
   hint: (0, safe.cv)`Make content-type and payload agree; for plain text, set content-type: text/plain.`
  } ]), {
   name: "start-failure",
   when: START_FAILURE,
   ran: "maybe",
   retry: row.Qd,
   overruledByExecution: true,
   message: (0, safe.cv)`n8n had a problem executing the workflow, and gave no details.`,
   hint: ({call: call}) => (0, safe.cv)`Look at n8n's log. n8n also says this about a body over N8N_PAYLOAD_SIZE_MAX; yours has ${(0, 
   format.z3)(call.bodySize)}.`
  } ];
  function isFromWebhookNode({headers: headers}) {
   return headers["www-authenticate"] === 'Basic realm="Webhook"';
  }
  function jwtHint({text: text, call: {credentials: credentials}}) {
   if (!credentials.includes("jwt-secret")) return (0, safe.cv)`Set jwt-secret to the passphrase or private key of its credential, and jwt-algorithm to its algorithm.`;
   if (text.startsWith("invalid signature")) return (0, safe.cv)`Compare jwt-secret with the credential that the node uses.`;
   if (text.startsWith("jwt expired") || text.startsWith("jwt not active")) return (0, 
   safe.cv)`The clocks of this runner and of n8n differ, or jwt-claims sets exp or nbf.`;
   return (0, safe.cv)`Set jwt-algorithm to that of the credential, and jwt-secret to its passphrase or private key.`;
  }
  function refusal(view) {
   return (0, safe.cv)`The call was refused with HTTP ${view.status} and ${(0, reply.HJ)(view)}; ${sent(view.call)}.`;
  }
  function sent({credentials: credentials, show: show}) {
   if (credentials.length === 0) return (0, safe.cv)`no credentials were sent`;
   return (0, safe.cv)`${show(credentials.join(" and "))} ${credentials.length === 1 ? (0, 
   safe.cv)`was` : (0, safe.cv)`were`} sent`;
  }
  // CONCATENATED MODULE: ./build/verdict/rows/failed.js
  const BY_WORKFLOW = {
   ran: "yes",
   claim: "not accepted"
  };
  const BY_SOMETHING = {
   ran: "maybe"
  };
  const signature = certainty => ({
   name: "signature",
   when: {
    status: REFUSED,
    text: /\bsignature\b/i
   },
   ...certainty,
   message: view => (0, safe.cv)`The workflow rejected the signature and replied ${(0, 
   reply.HJ)(view)}; ${sent(view.call)}.`,
   hint: ({call: call}) => call.contentType.startsWith("multipart/") ? (0, safe.cv)`n8n does not keep the raw body of multipart/form-data, which the signature is for: use JWT Auth for uploads, or send one file with payload-file.` : (0, 
   safe.cv)`Set signing-secret to the secret that the workflow verifies with.`
  });
  const redirect = (certainty, where = isRedirect) => ({
   name: "redirect",
   when: {
    where: where
   },
   ...certainty,
   message: ({status: status, headers: headers, call: call}) => (0, safe.cv)`The server redirects (HTTP ${status}) to ${(0, 
   reply.$t)(headers, call)}; redirects are not followed, because they would carry secrets along or turn POST into GET.`,
   hint: view => (0, safe.cv)`Give that address in ${view.call.show(view.call.addressInput)} if it is the right one. ${isAccepted(view) ? UNMARKED_HINT : (0, 
   safe.cv)`If the workflow itself redirects, add the status to accept-status.`}`
  });
  const UNMARKED_HINT = (0, safe.cv)`Its status is in accept-status, but nothing shows that the workflow sent it: outside 2xx, only JSON, or what n8n marks as the workflow's, counts.`;
  function isAccepted({status: status, call: call}) {
   return (0, http_status.U)(status, call.acceptStatus);
  }
  function isRedirect({status: status, headers: headers}) {
   return status >= 300 && status < 400 && headers.location !== void 0;
  }
  function isToSamePath(view) {
   const {url: url} = view.call;
   const place = URL.parse(view.headers.location ?? "", url.href);
   const pathOf = ({pathname: pathname, search: search}) => pathname.replace(/\/$/, "") + search;
   return isRedirect(view) && place !== null && /^https?:$/.test(place.protocol) && pathOf(place) === pathOf(url);
  }
  const failedRows = [ ONLY_RUN_IF, {
   name: "workflow-failed",
   when: {
    status: 500,
    says: /^(?:Error in workflow|Workflow execution failed)$/
   },
   ran: "yes",
   inconclusive: true,
   message: (0, safe.cv)`The workflow ran and failed.`,
   hint: (0, safe.cv)`Open the workflow's executions in n8n to see what happened.`
  }, {
   name: "last-node-empty",
   when: {
    status: 500,
    says: /^No (?:item to return was found|item was found to return|binary data was found to return|binary data property)|^No 'responseBinaryPropertyName' is set|^The binary property '.*' which should be returned does not exist$/s
   },
   ran: "yes",
   claim: "result unknown",
   inconclusive: true,
   overruledByExecution: true,
   message: (0, safe.cv)`The workflow ran, and its last node returned nothing to respond with, which n8n reports as an error (500).`,
   hint: (0, safe.cv)`Let the last node return what the Webhook node is set to respond with, or let it respond with all entries or immediately.`
  }, signature(BY_SOMETHING), {
   name: "unauthorized",
   when: {
    status: REFUSED
   },
   ran: "maybe",
   message: refusal,
   hint: (0, safe.cv)`If a proxy or firewall in front of n8n said this, send what it requires in headers. If the workflow itself replies this way, look at its execution.`
  }, redirect({
   ran: "no"
  }, isToSamePath), redirect(BY_SOMETHING), {
   name: "gateway-failure",
   when: {
    status: [ 502, 503, 504, 520, 522, 524 ]
   },
   ran: "maybe",
   retry: row.Qd,
   overruledByExecution: true,
   message: ({status: status}) => (0, safe.cv)`A proxy in front of n8n got no valid response from it (HTTP ${status}).`,
   hint: ({status: status}) => status === 504 || status === 524 ? (0, safe.cv)`Look at the executions in n8n. If the workflow takes longer than the proxy waits (100 s on n8n Cloud), let its Webhook node respond immediately.` : (0, 
   safe.cv)`Look at the executions in n8n before you run this again.`
  }, {
   name: "not-accepted",
   ran: "maybe",
   message: view => (0, safe.cv)`The reply is HTTP ${view.status} with ${(0, reply.HJ)(view)}.`,
   hint: view => isAccepted(view) ? UNMARKED_HINT : (0, safe.cv)`If the workflow replies with this status on purpose and it counts as success, add it to accept-status; otherwise, look at its executions.`
  } ];
  const failedWebhookRows = [ signature(BY_WORKFLOW), redirect(BY_WORKFLOW), {
   name: "answered",
   ...BY_WORKFLOW,
   message: view => (0, safe.cv)`The workflow ran, and replied with HTTP ${view.status} and ${(0, 
   reply.HJ)(view)}.`,
   hint: (0, safe.cv)`If that status counts as success, add it to accept-status; otherwise, look at the workflow's execution.`
  } ];
  // CONCATENATED MODULE: ./build/verdict/rows/form-and-chat.js
  const CHAT_PATH = /\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/chat$/;
  const USE_POST = (0, safe.cv)`Set the input method to POST.`;
  const formRows = [ ...(0, row.NH)([ {
   name: "form-not-registered",
   when: {
    status: 404,
    html: true,
    where: ({text: text, call: call}) => text.includes("<title>Problem loading form</title>") || call.method === "HEAD" && (0, 
    mark.B)(call.url, text)
   },
   retry: row.Dh,
   message: (0, safe.cv)`n8n has no form at this address (404).`,
   hint: ({call: call}) => (0, safe.cv)`Publish the workflow, and compare with the Production URL in its Form trigger.${call.method === "POST" ? safe.K$ : (0, 
   safe.cv)` ${USE_POST}`}`
  }, {
   name: "form-auth",
   when: {
    status: 401,
    where: ({headers: headers}) => headers["www-authenticate"] === 'Basic realm="Enter credentials"'
   },
   message: view => (0, safe.cv)`The form requires Basic Auth, and ${whyRefused(view)}.`,
   hint: (0, safe.cv)`Set basic-auth to user:password, as in the credential of the Form trigger. With its option Ignore Bots, n8n says the same to clients that it takes for bots.`
  }, {
   name: "ip-list",
   when: {
    status: 403,
    text: /^IP is not allowed to access this form!/
   },
   message: (0, safe.cv)`The form's IP allow-list does not contain this runner's address.`,
   hint: (0, safe.cv)`GitHub-hosted runners have changing addresses: use Basic Auth instead, or a self-hosted runner.`
  }, {
   name: "form-type",
   when: {
    status: 415,
    says: /^Expected multipart\/form-data$/
   },
   message: (0, safe.cv)`The form accepts only multipart/form-data (415).`,
   hint: (0, safe.cv)`Set content-type to multipart/form-data, with field-0, field-1 and so on in payload; or use mode: api, which fills in the workflow's form.`
  }, {
   name: "form-page",
   when: {
    html: true,
    where: ({status: status, text: text, call: call}) => (call.method === "GET" || call.method === "HEAD") && (0, 
    http_status.o)(status) && (0, mark.B)(call.url, text)
   },
   message: ({call: call}) => (0, safe.cv)`${call.show(call.method)} only shows the form: it was not submitted.`,
   hint: USE_POST
  } ]), accepted_by_webhook.FI ];
  const chatRows = (0, row.NH)([ {
   name: "chat-page",
   when: {
    html: true,
    where: ({status: status, call: call}) => call.method === "GET" && (0, http_status.o)(status) && CHAT_PATH.test(call.url.pathname)
   },
   message: (0, safe.cv)`GET only shows the chat: no message was sent.`,
   hint: USE_POST
  }, {
   name: "chat-history",
   when: {
    where: ({status: status, json: json, call: call}) => call.chatAction === "loadPreviousSession" && (0, 
    http_status.o)(status) && (0, text_json.jh)(json) && Array.isArray(json["data"]) && CHAT_PATH.test(call.url.pathname)
   },
   message: (0, safe.cv)`The payload's action, loadPreviousSession, only asks for the chat's history: no message was sent.`,
   hint: (0, safe.cv)`Send "action": "sendMessage".`
  }, {
   name: "chat-auth",
   when: {
    status: [ 401, 403 ],
    where: ({headers: headers, call: call}) => /^Basic realm="Webhook .+"$/.test(headers["www-authenticate"] ?? "") || headers["www-authenticate"] === 'Basic realm="Webhook"' && CHAT_PATH.test(call.url.pathname)
   },
   message: view => (0, safe.cv)`The chat requires Basic Auth, and ${whyRefused(view)}.`,
   hint: (0, safe.cv)`Set basic-auth to user:password, as in the credential of the Chat trigger.`
  }, {
   name: "chat-not-public",
   when: {
    status: 404,
    text: /^$/,
    where: ({call: call}) => call.url.pathname.endsWith("/chat")
   },
   message: (0, safe.cv)`The chat is not public (404).`,
   hint: (0, safe.cv)`Turn on "Make Chat Publicly Available" in the Chat trigger and publish; an instance may also forbid public chats.`
  } ]);
  function whyRefused({call: call}) {
   return call.credentials.includes("basic-auth") ? (0, safe.cv)`refused this user or password` : (0, 
   safe.cv)`no basic-auth was given`;
  }
  var mcp = __webpack_require__(1706);
  var address = __webpack_require__(6583);
  // CONCATENATED MODULE: ./build/verdict/rows/not-passed-on.js
  const EXEMPT_HINT = (0, safe.cv)`Exempt the webhook's path from that cache, or let the Webhook node listen to POST and set method to it.`;
  const UNSERVED_HINT = (0, safe.cv)`Check that n8n is running, and that the proxy points to it. If it was restarting, run the step again, or raise retries.`;
  const LOGIN_HINT = (0, safe.cv)`Exempt the webhook's path from it, or send what it requires in headers.`;
  const REFUSED_HINT = (0, safe.cv)`Let this runner's calls to n8n pass there, or send what it requires in headers.`;
  function notPassedOnBy({proxy: proxy, hint: hint}, status) {
   const isRefusal = status < 500 && status !== 404 && status !== 429;
   return {
    name: "not-passed-on",
    ran: "no",
    ...hint === void 0 && !isRefusal && {
     retry: status === 404 ? row.Dh : row.Qd
    },
    message: view => (0, safe.cv)`${proxy} did not pass the call on to n8n (HTTP ${status}, ${(0, 
    reply.HJ)(view)}).`,
    hint: hint ?? (isRefusal ? REFUSED_HINT : UNSERVED_HINT)
   };
  }
  const notPassedOnRows = (0, row.NH)([ {
   name: "login-page",
   when: {
    status: [ 301, 302, 303, 307, 308, 401 ],
    where: leadsToLogin
   },
   message: ({status: status, headers: headers, call: call}) => (0, safe.cv)`Something in front of n8n requires a login: it redirects (HTTP ${status}) to ${(0, 
   reply.$t)(headers, call)}.`,
   hint: LOGIN_HINT
  }, {
   name: "not-passed-on",
   when: {
    where: view => view.status in UNHANDLED_HINT && !(0, reply.RU)(view)
   },
   message: view => (0, safe.cv)`The request was refused before anything handled it (HTTP ${view.status}, ${(0, 
   reply.HJ)(view)}).`,
   hint: ({status: status}) => UNHANDLED_HINT[status] ?? safe.K$
  }, {
   name: "unauthorized",
   when: {
    status: 401,
    where: ({headers: headers}) => headers["www-authenticate"] !== void 0
   },
   message: refusal,
   hint: (0, safe.cv)`Send the login that it requires, in headers or basic-auth.`
  }, {
   name: "overloaded",
   when: {
    status: [ 429, 503 ],
    where: view => (view.status === 429 || asksForPause(view.headers)) && !mayBeAccepted(view)
   },
   retry: row.Qd,
   message: view => (0, safe.cv)`The server is overloaded or limits calls (HTTP ${view.status}, ${(0, 
   reply.HJ)(view)}).`,
   hint: (0, safe.cv)`Try again later, or raise retries.`
  }, {
   name: "not-passed-on",
   when: {
    status: 405,
    where: acceptsOtherMethods
   },
   message: ({headers: headers, call: call}) => (0, safe.cv)`The server does not accept ${call.show(call.method)} at this address, only ${call.show(headers.allow || "nothing", 60)} (405).`,
   hint: ({call: call}) => (0, safe.cv)`Check ${call.show(call.addressInput)}: n8n's webhooks never reply this way.`
  }, {
   name: "no-such-page",
   when: {
    status: 404,
    text: /\S/,
    where: view => !(0, reply.RU)(view)
   },
   retry: row.Dh,
   message: view => (0, safe.cv)`Something in front of n8n has nothing at this address (404, ${(0, 
   reply.HJ)(view)}).`,
   hint: ({call: call}) => (0, safe.cv)`n8n itself replies in JSON. Compare ${call.show(call.addressInput)} with the Production URL in the Webhook node; if it is right, n8n may be restarting, or its proxy does not know the address.`
  }, {
   name: "not-passed-on",
   when: {
    where: view => view.status >= 400 && view.status < 500 && (0, reply.yp)(view)
   },
   message: view => (0, safe.cv)`The call was refused before it reached a workflow (HTTP ${view.status}, ${(0, 
   reply.HJ)(view)}${(0, reply.Rh)(view)}).`,
   hint: (0, safe.cv)`If a proxy or firewall refused it, let this runner's calls to n8n pass there, or send what it requires in headers. Otherwise check url.`
  } ]);
  const CACHED = {
   name: "not-passed-on",
   ran: "maybe",
   retry: row.Dh,
   overruledByExecution: true,
   message: ({status: status, headers: headers}) => {
    const age = (0, cache.hy)(headers) > 0 ? (0, safe.cv)`, ${(0, format.a3)((0, cache.hy)(headers) * 1e3)} old` : safe.K$;
    return (0, safe.cv)`A cache in front of n8n replied (HTTP ${status}${age}), and may not have passed the call on.`;
   },
   hint: EXEMPT_HINT
  };
  const UNHANDLED_HINT = {
   407: (0, safe.cv)`A proxy on the way requires a login: check HTTPS_PROXY and HTTP_PROXY in the runner's environment.`,
   421: (0, safe.cv)`The server, or its certificate, is not for this host name: check the name, and the proxy's list of hosts.`,
   425: (0, safe.cv)`Run the step again.`,
   431: (0, safe.cv)`Send fewer or shorter headers, or shorten the query.`,
   511: (0, safe.cv)`The runner's network requires a login before it allows any traffic.`
  };
  function leadsToLogin({headers: headers, call: {url: url}}) {
   const place = URL.parse(headers.location ?? "", url.href);
   const own = new Set([ ...url.searchParams ].map(String));
   const query = new Map([ ...place?.searchParams ?? [] ].filter(pair => !own.has(String(pair))));
   if (query.has("client_id") && (query.has("redirect_uri") || query.has("response_type"))) return true;
   if (query.has("SAMLRequest") || query.get("wa") === "wsignin1.0") return true;
   return url.pathname !== "/" && [ ...query.values() ].some(value => (0, address.D4)(value).includes(url.pathname));
  }
  function acceptsOtherMethods({headers: headers, call: call}) {
   return headers.allow !== void 0 && !headers.allow.toUpperCase().split(/[\s,]+/).includes(call.method);
  }
  function mayBeAccepted(view) {
   return (0, reply.RU)(view) && (0, http_status.U)(view.status, view.call.acceptStatus);
  }
  // CONCATENATED MODULE: ./build/verdict/rows/not-run.js
  const EDITOR_LINK_HINT = (0, safe.cv)`url is a link to the editor. Give the Production URL of the Webhook node, or use mode: api.`;
  const TAKES_GET_HINT = (0, safe.cv)`Set HTTP Method to POST in the Webhook node (a new node listens to GET) and publish the workflow. Or set the input method to GET: then a payload goes into the query string, and the default payload is not sent.`;
  const NOT_REGISTERED = /^The requested webhook .* is not registered/s;
  const OWN_PATHS = /^\/(?:healthz(?:\/readiness)?\/?|metrics\/?|rest\/.*|api\/v1\/.*)$/;
  const notRunRows = (0, row.NH)([ {
   name: "starting-up",
   when: {
    text: /^n8n is starting up\. Please wait/
   },
   retry: row.Dh,
   message: (0, safe.cv)`n8n is still starting up.`,
   hint: (0, safe.cv)`Run the step again when n8n is up, or raise retries.`
  }, {
   name: "unavailable",
   when: {
    status: 503,
    where: ({jsonMessage: jsonMessage, text: text}) => jsonMessage === "Database is not ready!" || text.startsWith("Chat is unavailable right now.")
   },
   retry: row.Qd,
   message: view => (0, safe.cv)`n8n is not available now (HTTP 503, ${(0, reply.HJ)(view)}).`,
   hint: (0, safe.cv)`Run the step again later, or raise retries.`
  }, {
   name: "own-path",
   when: {
    where: ({status: status, call: call}) => (0, http_status.o)(status) && call.route === "webhook" && (0, 
    address.hR)(call.url) === void 0 && OWN_PATHS.test(call.url.pathname)
   },
   message: (0, safe.cv)`url is one of n8n's own paths, where no workflow runs.`,
   hint: (0, safe.cv)`Give the Production URL of the Webhook node.`
  }, {
   name: "cannot-post",
   when: {
    status: 404,
    html: true,
    text: /Cannot (?:GET|HEAD|POST|PUT|PATCH|DELETE) /
   },
   retry: row.Dh,
   message: (0, safe.cv)`n8n replied, but serves nothing at this address (404).`,
   hint: ({call: call}) => {
    if (isEditorLink(call)) return EDITOR_LINK_HINT;
    return call.route === "start" ? (0, safe.cv)`Check url: the address that opens n8n in the browser, with its sub-path if it has one, or that of the gateway; if it is right, n8n is still starting, its proxy changes the path, or this n8n process serves only webhooks.` : (0, 
    safe.cv)`Compare ${webhooksInput(call)} with the Production URL in the Webhook node; if it is right, n8n is still starting, its proxy changes the path, or this n8n process serves no webhooks.`;
   }
  }, {
   name: "wrong-method",
   when: {
    status: 404,
    says: /^This webhook is not registered for \w+ requests/
   },
   message: view => {
    const method = methodWanted(view);
    const takes = /^[A-Z, or]+$/.test(method) ? view.call.show(method) : (0, safe.cv)`another method`;
    return (0, safe.cv)`The Webhook node does not accept ${view.call.show(view.call.method)}, only ${takes}.`;
   },
   hint: view => methodWanted(view) === "GET" ? TAKES_GET_HINT : (0, safe.cv)`Set the input method to one that it accepts.`
  }, {
   name: "test-url",
   when: {
    status: 404,
    says: NOT_REGISTERED,
    where: ({call: call}) => call.url.pathname.includes("/webhook-test/")
   },
   retry: row.Dh,
   message: (0, safe.cv)`This is a test URL, and n8n is not listening to it now.`,
   hint: (0, safe.cv)`Use the Production URL of the Webhook node; a test URL works for a single call, within 120 seconds of "Listen for test event" in the editor.`
  }, {
   name: "not-registered",
   when: {
    status: 404,
    says: NOT_REGISTERED
   },
   retry: row.Dh,
   message: ({call: call}) => (0, safe.cv)`n8n has no webhook for ${call.show(call.method)} at this address.`,
   hint: ({call: call}) => call.route === "start" ? (0, safe.cv)`Publish the gateway workflow, and check that url ends in the id of its Webhook node.` : (0, 
   safe.cv)`Publish the workflow (older n8n: activate it), and compare ${webhooksInput(call)} with the Production URL in its Webhook node.`
  }, {
   name: "nothing-for-head",
   when: {
    status: 404,
    text: /^$/,
    where: ({call: call}) => call.route === "webhook" && call.method === "HEAD"
   },
   retry: row.Dh,
   message: (0, safe.cv)`n8n has no webhook for HEAD at this address (404).`,
   hint: ({call: call}) => isEditorLink(call) ? EDITOR_LINK_HINT : (0, safe.cv)`Publish the workflow (older n8n: activate it), and compare method and ${webhooksInput(call)} with the Webhook node and its Production URL.`
  }, {
   name: "not-published",
   when: {
    status: 404,
    says: /^(?:Active|Published) version not found for workflow|^(?:Cannot|Could not) find (?:workflow|node to process webhook)/
   },
   message: (0, safe.cv)`The workflow of this webhook no longer has a published version.`,
   hint: (0, safe.cv)`Publish it again in the editor.`
  }, {
   name: "editor-page",
   when: {
    status: 200,
    html: true,
    where: ({text: text}) => /<title>[^<]{0,100}n8n[^<]{0,100}<\/title>/i.test((0, reply.Uo)(text)) && /base-path|BASE_PATH|n8n:config/.test((0, 
    reply.Uo)(text))
   },
   message: ({call: call}) => (0, safe.cv)`The reply is the page of n8n's editor: ${webhooksInput(call)} leads to no webhook.`,
   hint: ({call: call}) => isEditorLink(call) ? EDITOR_LINK_HINT : (0, safe.cv)`Compare ${webhooksInput(call)} with the Production URL in the Webhook node.`
  }, {
   name: "login-page",
   when: {
    status: 200,
    html: true,
    where: ({text: text}) => /<input[^>]{1,500}type=["']?password/i.test((0, reply.Uo)(text))
   },
   message: (0, safe.cv)`The reply is a login page: something in front of n8n requires a login.`,
   hint: LOGIN_HINT
  }, {
   name: "could-not-start",
   when: {
    status: 500,
    where: ({jsonMessage: jsonMessage, text: text}) => /^(?:Workflow \w+ Error: )?(?:Workflow could not be started|The response mode '.*' is not valid|No authentication data defined|The method \w+ is not supported|(?:Unused|No) Respond to Webhook node found)/.test(jsonMessage || text)
   },
   message: view => (0, safe.cv)`n8n could not start the workflow: ${(0, reply.HJ)(view)}.`,
   hint: ({call: call}) => (0, safe.cv)`Fix the workflow in the editor and publish it again.${call.contentType.startsWith("multipart/") ? (0, 
   safe.cv)` Older n8n says the same about a file that is empty or over its limit.` : safe.K$}`
  } ]);
  function isEditorLink({mode: mode, url: url}) {
   return mode === "webhook" && (0, address.hR)(url) === void 0 && /\/workflow\/[^/]+(?:\/|$)/.test(url.pathname);
  }
  function webhooksInput({route: route, mode: mode}) {
   return mode === "webhook" || route === "start" ? (0, safe.cv)`url` : (0, safe.cv)`webhook-base`;
  }
  function methodWanted({jsonMessage: jsonMessage}) {
   return /Did you mean to make an? (.+?) request/.exec(jsonMessage)?.[1] ?? "";
  }
  // CONCATENATED MODULE: ./build/verdict/rows/resume.js
  const resumeRows = (0, row.NH)([ {
   name: "resume-signature",
   when: {
    status: 401,
    where: view => (0, text_json.jh)(view.json) && view.json["error"] === "Invalid token" || hasTitle(view, "Invalid Form Link")
   },
   message: (0, safe.cv)`n8n does not accept the signature in this resume URL (401).`,
   hint: (0, safe.cv)`Pass on the whole URL, including its query, and check that nothing cut or decoded it.`
  }, {
   name: "resume-gone",
   when: {
    status: 404,
    where: view => /^The execution ".*" does not exist\.$/.test(view.jsonMessage) || hasTitle(view, "Problem loading form")
   },
   message: (0, safe.cv)`n8n no longer has the execution of this resume URL (404).`,
   hint: (0, safe.cv)`It was deleted, or it belongs to another instance. Start the workflow again.`
  }, {
   name: "resume-method",
   when: {
    status: 404,
    where: ({jsonMessage: jsonMessage, text: text, call: call}) => /^The workflow for execution ".*" does not contain a waiting webhook with a matching path\/method\.$/.test(jsonMessage) || text === "" && call.method === "HEAD"
   },
   message: ({call: call}) => (0, safe.cv)`The execution is not waiting for ${call.show(call.method)} at this resume URL (404).`,
   hint: (0, safe.cv)`Compare the input method with HTTP Method in the Wait node, and the URL's end with its Webhook Suffix.`
  }, {
   name: "resume-form",
   when: {
    status: 307,
    where: isToSameExecution
   },
   message: ({status: status}) => (0, safe.cv)`The execution is waiting for a form, and not at this resume URL (${status}).`,
   hint: (0, safe.cv)`Give the form's URL ($execution.resumeFormUrl) in url.`
  }, {
   name: "resume-ended",
   when: {
    status: 200,
    where: view => hasTitle(view, "No action required") || view.call.method === "POST" && hasTitle(view, "Form Submitted")
   },
   message: (0, safe.cv)`The execution of this resume URL is no longer waiting for an answer.`,
   hint: (0, safe.cv)`Somebody else answered, or the time for it was up.`
  }, {
   name: "resume-ended",
   when: {
    status: 409,
    says: /^The execution "[^"]*"? has finished (?:already|with error)\.$/
   },
   message: ({jsonMessage: jsonMessage}) => jsonMessage.endsWith("with error.") ? (0, 
   safe.cv)`The execution of this resume URL has already failed (409).` : (0, safe.cv)`The execution of this resume URL has already ended (409).`,
   hint: (0, safe.cv)`Somebody else resumed it, or its Wait node's time was up.`
  }, {
   name: "resume-running",
   when: {
    status: 409,
    says: /^The execution ".*" is running already\.$/
   },
   retry: row.Dh,
   message: (0, safe.cv)`The execution of this resume URL is running, and is not waiting for a call now (409).`,
   hint: (0, safe.cv)`Call the URL after the execution has reached its Wait node, or raise retries.`
  }, {
   name: "resume-silent",
   when: {
    status: 200,
    html: true,
    text: /^$/,
    where: ({call: call}) => call.userAgent !== void 0
   },
   message: (0, safe.cv)`n8n sent an empty reply, as an approval does to clients that it takes for bots.`,
   hint: (0, safe.cv)`Leave User-Agent out of headers.`
  } ]);
  function hasTitle({isHtml: isHtml, text: text}, title) {
   return isHtml && (0, reply.Uo)(text).includes(`<title>${title}</title>`);
  }
  function isToSameExecution({headers: headers, call: {url: url}}) {
   const place = URL.parse(headers.location ?? "", url.href);
   if (place?.origin !== url.origin || place.pathname === url.pathname) return false;
   return (0, address.WS)(place) === (0, address.WS)(url);
  }
  // CONCATENATED MODULE: ./build/verdict/rows/start.js
  const startRows = (0, row.NH)([ {
   name: "no-start-endpoint",
   when: {
    where: ({status: status, jsonMessage: jsonMessage, headers: headers}) => headers["x-n8n-execution-id"] === void 0 && (status === 404 && jsonMessage === "not found" || status === 405 && jsonMessage === "POST method not allowed")
   },
   message: (0, safe.cv)`This n8n has no endpoint that starts a workflow by its id: stock n8n has none.`,
   hint: (0, safe.cv)`Import the gateway workflow and set url to its Webhook node's URL, up to and including the id, or use route: webhook.`
  }, {
   name: "unauthorized",
   when: {
    status: REFUSED,
    where: view => (0, reply.RU)(view) && (0, address.hR)(view.call.url) === void 0
   },
   message: view => (0, safe.cv)`The start endpoint did not accept this secret-key (HTTP ${view.status}, ${(0, 
   reply.HJ)(view)}).`,
   hint: (0, safe.cv)`Check that the key is of this instance, has not expired, and may run workflows.`
  }, {
   name: "start-silent",
   when: {
    status: 204,
    text: /^$/,
    where: ({call: call}) => /bot/i.test(call.userAgent ?? "") && (0, address.hR)(call.url) === void 0
   },
   message: (0, safe.cv)`n8n sent an empty reply (204), as it does to clients that it takes for crawlers.`,
   hint: (0, safe.cv)`Set a User-Agent without "bot" in it in headers, or leave it out.`
  } ]);
  const gatewayRows = [ {
   name: "gateway-not-published",
   when: {
    status: 404,
    where: isFromGateway
   },
   ran: "no",
   message: ({jsonMessage: jsonMessage, call: call}) => call.show(jsonMessage),
   hint: (0, safe.cv)`Publish it, and check workflow-id.`
  }, {
   name: "gateway-no-trigger",
   when: {
    status: 409,
    where: isFromGateway
   },
   ran: "no",
   message: ({jsonMessage: jsonMessage, call: call}) => call.show(jsonMessage),
   hint: (0, safe.cv)`Add that trigger to the workflow and publish it, or use route: webhook if it has a Webhook node.`
  }, {
   name: "gateway-run-failed",
   when: {
    status: 500,
    where: isFromGateway
   },
   ran: "yes",
   inconclusive: true,
   message: ({jsonMessage: jsonMessage, call: call}) => call.show(jsonMessage),
   hint: (0, safe.cv)`Open the workflow's executions in n8n to see the failing node.`
  } ];
  function isFromGateway({headers: headers, json: json, jsonMessage: jsonMessage}) {
   return headers["x-n8n-execution-id"] !== void 0 && (0, text_json.jh)(json) && jsonMessage !== "" && "workflowId" in json;
  }
  // CONCATENATED MODULE: ./build/verdict/table.js
  function rowsFor(view) {
   const {call: call, status: status} = view;
   const {route: route} = call;
   if ((0, cache.c1)(view)) return [ CACHED ];
   const answerer = answererOf(view);
   if (answerer.who === "proxy") return [ notPassedOnBy(answerer.saying, status) ];
   if (route === "mcp") {
    const answer = (0, http_status.o)(status) ? [ (0, mcp.pt)(view) ] : [];
    return [ ...mcp.iB, ...notRunRows, ...answer, ...notPassedOnRows, ...failedRows ];
   }
   const isAccepted = (0, http_status.U)(status, call.acceptStatus);
   switch (answerer.who) {
   case "webhook":
    return [ ...route === "start" ? gatewayRows : [], ...isAccepted ? accepted_by_webhook.vM : [], ...failedWebhookRows ];

   case "form":
    return [ ...call.resumes === void 0 ? [] : resumeRows, ...formRows, ...isAccepted ? accepted_by_webhook.vM : failedWebhookRows ];

   case "unknown":
    return [ ...call.resumes === void 0 ? [] : resumeRows, ...route === "start" ? [ ...startRows, ...gatewayRows ] : [ ...formRows, ...chatRows ], ...notRunRows, ...refusedRows, ...notPassedOnRows, ...isAccepted && mayBeWorkflows(view) ? acceptedRows : [], ...failedRows ];
   }
  }
  function mayBeWorkflows(view) {
   return (0, http_status.o)(view.status) || (0, reply.RU)(view);
  }
 })
};