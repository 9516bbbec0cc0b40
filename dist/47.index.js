"use strict";

exports.id = 47;

exports.ids = [ 47 ];

exports.modules = {
 3581: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   R: () => multipartBody
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5621);
  function multipartBody(fields, files) {
   const boundary = `----n8n-trigger-${(0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
   const head = (name, more) => `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${more}\r\n\r\n`;
   const start = Buffer.from([ ...fields ].map(([name, value]) => `${head(name, "")}${value}\r\n`).join(""));
   const parts = files.map(({field: field, path: path, name: name, type: type, size: size}) => ({
    head: Buffer.from(head(field, `; filename="${escapeName(name)}"\r\nContent-Type: ${type}`)),
    path: path,
    size: size
   }));
   const lineEnd = Buffer.from("\r\n");
   const end = Buffer.from(`--${boundary}--\r\n`);
   const bytes = async function*() {
    yield start;
    for (const part of parts) {
     yield part.head;
     yield* (0, _body_js__WEBPACK_IMPORTED_MODULE_1__.$$)(part.path, part.size);
     yield lineEnd;
    }
    yield end;
   };
   const sizes = parts.map(part => part.head.length + part.size + lineEnd.length);
   return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    size: sizes.reduce((sum, size) => sum + size, start.length + end.length),
    open: bytes
   };
  }
  function escapeName(name) {
   return name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
  }
 }),
 7087: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   k: () => ask
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var _http_exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9453);
  var _http_received_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7003);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8753);
  var _verdict_attempts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6330);
  const LARGEST = 64 * 1024 * 1024;
  const ATTEMPT_MS = {
   least: 1e4,
   most: 3e4
  };
  const LONGEST_PAUSE_MS = 3e4;
  async function ask({request: request, label: label, judge: judge, isWrite: isWrite}, options, settings) {
   const {clock: clock, random: random, log: log, show: show, tempDirectory: spillDirectory} = settings.host;
   const {deadline: deadline, retries: retries = settings.retries} = options;
   const signal = deadline?.signal ?? options.signal;
   const timeoutMs = Math.min(Math.max(settings.timeoutMs, ATTEMPT_MS.least), ATTEMPT_MS.most);
   for (let number = 1; ;number += 1) {
    const began = clock.monotonic();
    const connections = isWrite ? settings.fresh : settings.kept;
    const made = await (0, _http_exchange_js__WEBPACK_IMPORTED_MODULE_1__.c)(request, {
     timeoutMs: timeoutMs,
     spillDirectory: spillDirectory,
     signal: signal,
     connections: connections
    });
    const judged = timely(judge(made), deadline);
    const row = judged.ok ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_3__.cv)`ok` : judged.error.code;
    log.debug((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_3__.cv)`${label}: ${show(row)} in ${Math.round(clock.monotonic() - began)} ms`);
    if (judged.ok) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(await wholeText(judged.value.body));
    if (made.kind === "reply") await (0, _http_received_body_js__WEBPACK_IMPORTED_MODULE_2__.vf)(made.body);
    const mayRepeat = judged.error.transient && !(isWrite && judged.error.mayHaveArrived);
    if (!mayRepeat || number > retries || signal?.aborted) return judged;
    const pauseMs = Math.max((0, _verdict_attempts_js__WEBPACK_IMPORTED_MODULE_4__.Vs)(made, clock.now()), (0, 
    _verdict_attempts_js__WEBPACK_IMPORTED_MODULE_4__.aq)(number, LONGEST_PAUSE_MS, random));
    if (pauseMs >= Math.min(deadline?.leftMs() ?? 1 / 0, _verdict_attempts_js__WEBPACK_IMPORTED_MODULE_4__.xR)) return judged;
    await clock.sleep(pauseMs, signal);
    if (signal?.aborted) return judged;
   }
  }
  function timely(judged, deadline) {
   if (judged.ok || judged.error.code !== "aborted" || !deadline || deadline.isCancelled()) return judged;
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_3__.cv)`n8n did not reply in time.`;
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)({
    ...judged.error,
    code: "api-unreachable",
    message: message,
    transient: true
   });
  }
  async function wholeText(body) {
   const {start: start, size: size, file: file} = body;
   if (file === void 0) return start.toString("utf8");
   const text = size <= LARGEST ? await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8") : "";
   await (0, _http_received_body_js__WEBPACK_IMPORTED_MODULE_2__.vf)(body);
   return text;
  }
 }),
 9975: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   H: () => apiHeaders,
   u: () => apiClient
  });
  var _http_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5621);
  var _request_auth_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4834);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8753);
  var _verdict_api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7506);
  var _ask_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7087);
  function apiClient(instance, settings) {
   const headers = apiHeaders(instance);
   const from = instance.addressFrom;
   const {show: show} = settings.host;
   const send = (request, path, judge, options) => {
    const url = new URL(`${instance.base}/api/v1/${path}`);
    const question = {
     request: {
      ...request,
      url: url
     },
     label: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`API: ${show(`${request.method} ${path}`, 120)}`,
     judge: made => judge(made, {
      url: url,
      from: from,
      show: show
     }),
     isWrite: request.method !== "GET"
    };
    return (0, _ask_js__WEBPACK_IMPORTED_MODULE_3__.k)(question, options, settings);
   };
   return {
    base: instance.base,
    show: show,
    request: async (method, path, subject, {body: body, ...options} = {}) => {
     const request = {
      method: method,
      headers: headers,
      ...body !== void 0 && {
       body: (0, _http_body_js__WEBPACK_IMPORTED_MODULE_0__.J9)(body)
      }
     };
     const answer = await send(request, path, (made, asked) => (0, _verdict_api_js__WEBPACK_IMPORTED_MODULE_2__.ag)(made, asked, subject), options);
     if (!answer.ok) return answer;
     const data = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_4__.MR)(answer.value);
     return (0, _text_json_js__WEBPACK_IMPORTED_MODULE_4__.jh)(data) ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(data) : (0, 
     _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)((0, _verdict_api_js__WEBPACK_IMPORTED_MODULE_2__.O$)(subject.thing, answer.value.length));
    },
    text: (path, subject, options = {}) => {
     const request = {
      method: "GET",
      headers: {
       ...headers,
       accept: "*/*"
      }
     };
     return send(request, path, (made, asked) => (0, _verdict_api_js__WEBPACK_IMPORTED_MODULE_2__.Hu)(made, asked, subject), options);
    }
   };
  }
  function apiHeaders({secretKey: secretKey, credentials: credentials, headers: headers}) {
   const authorization = credentials === void 0 ? {} : {
    authorization: (0, _request_auth_js__WEBPACK_IMPORTED_MODULE_6__.aR)(credentials)
   };
   return {
    ...Object.fromEntries(headers),
    accept: "application/json",
    ...authorization,
    "x-n8n-api-key": secretKey
   };
  }
 }),
 9195: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Ir: () => ROWS,
   V4: () => stopExecution,
   eX: () => listExecutions,
   f3: () => readExecution,
   x8: () => checkAccess
  });
  var _n8n_execution_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5089);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  var _verdict_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
  var _verdict_api_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(585);
  const EXECUTION = {
   thing: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`executions`,
   scope: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`execution:read`,
   ifMissing: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The execution may have been deleted, or was not saved.`
  };
  const EXECUTIONS = {
   thing: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`the list of executions`,
   scope: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`execution:list`
  };
  const STOP = {
   thing: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`the execution`,
   deed: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`stop executions`,
   scope: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`execution:stop`,
   ifMissing: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The execution no longer exists.`,
   ifTooOld: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`This n8n cannot stop executions over its API: that requires n8n 2.10 or later.`
  };
  async function readExecution(api, id, withData, options) {
   const path = `executions/${encodeURIComponent(id)}${withData ? "?includeData=true" : ""}`;
   const read = await api.request("GET", path, EXECUTION, options);
   if (!read.ok) return read.error.status === 500 && await readFromList(api, id, withData, options) || read;
   const execution = (0, _n8n_execution_js__WEBPACK_IMPORTED_MODULE_3__.Gr)(read.value);
   return execution?.id === id ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({
    execution: execution,
    data: read.value
   }) : (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)((0, _verdict_api_js__WEBPACK_IMPORTED_MODULE_1__.O$)(EXECUTION.thing));
  }
  const NEWEST = 25;
  async function readFromList(api, id, withData, options) {
   const query = `executions?limit=${NEWEST}${withData ? "&includeData=true" : ""}`;
   const lists = await Promise.all([ "", "&status=running", "&status=waiting" ].map(status => api.request("GET", `${query}${status}`, EXECUTIONS, options)));
   for (const data of lists.flatMap(list => list.ok ? (0, _text_json_js__WEBPACK_IMPORTED_MODULE_5__.jQ)(list.value["data"]) : [])) {
    const execution = (0, _n8n_execution_js__WEBPACK_IMPORTED_MODULE_3__.Gr)(data);
    if (execution?.id === id && (!withData || (0, _text_json_js__WEBPACK_IMPORTED_MODULE_5__.jh)(data["data"]))) return (0, 
    _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({
     execution: execution,
     data: data
    });
   }
   return;
  }
  async function listExecutions(api, workflowId, most, options, thoroughness = "quick") {
   const query = `limit=${most}${workflowId === void 0 ? "" : `&workflowId=${encodeURIComponent(workflowId)}`}`;
   const statuses = [ "&status=running", "", ...thoroughness === "quick" ? [] : [ "&status=new", "&status=waiting" ] ];
   const lists = await Promise.all(statuses.map(status => api.request("GET", `executions?${query}${status}`, EXECUTIONS, options)));
   const listed = new Map;
   for (const [index, list] of lists.entries()) {
    if (!list.ok && index > 1 && thoroughness === "try") continue;
    if (!list.ok) return list;
    const {data: data} = list.value;
    const rows = rowsOf(data);
    const isWhole = Array.isArray(data) && (thoroughness !== "thorough" || rows.length === data.length);
    if (!isWhole) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)((0, _verdict_api_js__WEBPACK_IMPORTED_MODULE_1__.O$)(EXECUTIONS.thing));
    for (const row of rows) listed.set(row.id, row);
   }
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)([ ...listed.values() ].sort((a, b) => b.id - a.id));
  }
  async function checkAccess(api, workflowId, options) {
   const [listed, read] = await Promise.all([ listExecutions(api, workflowId, 1, options), readExecution(api, "1", false, {
    ...options,
    retries: 0
   }) ]);
   if (!listed.ok) return listed;
   if (!read.ok && !(0, _verdict_api_failure_js__WEBPACK_IMPORTED_MODULE_2__.ST)(read.error) && !read.error.transient) return (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)(read.error);
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(listed.value[0]?.id ?? 0);
  }
  function stopExecution(api, id, options) {
   return api.request("POST", `executions/${encodeURIComponent(id)}/stop`, STOP, options);
  }
  function rowsOf(data) {
   return (0, _text_json_js__WEBPACK_IMPORTED_MODULE_5__.jQ)(data).flatMap(row => {
    const execution = (0, _n8n_execution_js__WEBPACK_IMPORTED_MODULE_3__.Gr)(row);
    if (!execution) return [];
    const {id: id, workflowId: workflowId = "", status: status, mode: mode} = execution;
    const startedAt = (0, _n8n_execution_js__WEBPACK_IMPORTED_MODULE_3__.Q$)(row["startedAt"]);
    const stoppedAt = (0, _n8n_execution_js__WEBPACK_IMPORTED_MODULE_3__.dR)(status) ? (0, 
    _n8n_execution_js__WEBPACK_IMPORTED_MODULE_3__.Q$)(row["stoppedAt"]) : void 0;
    const tookMs = startedAt === void 0 || stoppedAt === void 0 ? void 0 : stoppedAt - startedAt;
    return {
     id: Number(id),
     workflowId: workflowId,
     status: status,
     mode: mode,
     startedAt: startedAt,
     tookMs: tookMs
    };
   });
  }
  const ROWS = 250;
 }),
 9254: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   E: () => pagesOf
  });
  var _text_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  var _verdict_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
  var _verdict_api_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(585);
  var _executions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9195);
  async function* pagesOf(api, path, subject, most, options = {}) {
   let cursor = "";
   for (let page = 0; page < most; page += 1) {
    const reply = await api.request("GET", `${path}limit=${_executions_js__WEBPACK_IMPORTED_MODULE_3__.Ir}${cursor}`, subject, options);
    if (!reply.ok) {
     yield reply;
     return;
    }
    const {data: data, nextCursor: nextCursor} = reply.value;
    if (!Array.isArray(data)) {
     yield (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)((0, _verdict_api_js__WEBPACK_IMPORTED_MODULE_1__.O$)(subject.thing));
     return;
    }
    yield (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)((0, _text_json_js__WEBPACK_IMPORTED_MODULE_5__.jQ)(data));
    if (typeof nextCursor !== "string" || nextCursor === "") return;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
   }
   yield (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)((0, _verdict_api_failure_js__WEBPACK_IMPORTED_MODULE_2__.nS)("api-unreadable", (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's API returned ${subject.thing} without an end.`));
  }
 }),
 5089: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Gr: () => toExecution,
   Q$: () => dateOf,
   X5: () => toResult,
   dR: () => isFinal,
   vX: () => isRedacted,
   xz: () => receivedRequest
  });
  var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5666);
  var _execution_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4659);
  const STATUSES = [ "success", "error", "canceled", "crashed", "waiting", "running", "new" ];
  const FINAL = [ "success", "error", "canceled", "crashed" ];
  function isFinal(status) {
   return FINAL.includes(status);
  }
  function idOf(value) {
   const text = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.ws)(value);
   return /^[\w-]{1,64}$/.test(text) ? text : void 0;
  }
  function toExecution(data) {
   const id = (0, _execution_id_js__WEBPACK_IMPORTED_MODULE_1__.t)(data["id"]);
   if (id === void 0) return;
   const tracing = data["tracingContext"];
   return {
    id: id,
    workflowId: idOf(data["workflowId"]),
    status: STATUSES.find(status => status === data["status"]) ?? "unknown",
    mode: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)(data["mode"]) || void 0,
    traceparent: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(tracing) ? (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)(tracing["traceparent"]) : void 0,
    storesTraces: tracing !== void 0,
    waitTill: dateOf(data["waitTill"])
   };
  }
  function dateOf(value) {
   const date = Date.parse((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)(value));
   return Number.isNaN(date) ? void 0 : date;
  }
  function isRedacted(data) {
   return mapAt(data, "data", "redactionInfo")["isRedacted"] === true || itemsOf(lastRun(data)).some(items => items.some(item => mapAt(item, "redaction")["redacted"] === true));
  }
  function toResult(data, show) {
   const result = mapAt(data, "data", "resultData");
   const runData = mapAt(result, "runData");
   const lastNode = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)(result["lastNodeExecuted"]);
   return {
    workflowName: show((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)(mapAt(data, "workflowData")["name"]), 80),
    runs: runsIn(runData).map(([node, run]) => toRun(show(node, 120), run)),
    items: isRedacted(data) ? void 0 : outputsOf(lastRun(data))[0] ?? [],
    error: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(result["error"]) ? toError(result["error"], lastNode, show) : void 0
   };
  }
  function receivedRequest(data) {
   const runs = runsIn(mapAt(data, "data", "resultData", "runData"));
   const first = runs.length > 0 ? [ runs[0]?.[1] ] : (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jQ)(mapAt(data, "data", "executionData")["nodeExecutionStack"]);
   for (const item of first.flatMap(outputsOf).flat()) if ((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(item) && (0, 
   _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(item["headers"]) && (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(item["query"])) return {
    headers: item["headers"],
    body: item["body"]
   };
   return;
  }
  function runsIn(runData) {
   const runs = Object.entries(runData).flatMap(([node, list]) => (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jQ)(list).map(run => [ node, run ]));
   return runs.toSorted(byStart);
  }
  function byStart([, a], [, b]) {
   const difference = name => ((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.rl)(a[name]) || 0) - ((0, 
   _text_json_js__WEBPACK_IMPORTED_MODULE_0__.rl)(b[name]) || 0);
   return difference("startTime") || difference("executionIndex");
  }
  function toRun(node, run) {
   return {
    node: node,
    startedAt: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.rl)(run["startTime"]) || 0,
    tookMs: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.rl)(run["executionTime"]) || 0,
    failed: run["executionStatus"] === "error" || (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jh)(run["error"])
   };
  }
  function toError(error, lastNode, show) {
   return {
    node: show((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.A7)(error["node"])["name"]) || lastNode, 80),
    message: show((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)(error["message"]), 300),
    description: show((0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)(error["description"]), 200)
   };
  }
  function lastRun(data) {
   const result = mapAt(data, "data", "resultData");
   return (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.jQ)(mapAt(result, "runData")[(0, 
   _text_json_js__WEBPACK_IMPORTED_MODULE_0__.b6)(result["lastNodeExecuted"])]).at(-1);
  }
  function outputsOf(run) {
   return itemsOf(run).map(items => items.map(item => item["json"] ?? {}));
  }
  function itemsOf(run) {
   const outputs = run ? mapAt(run, "data")["main"] : void 0;
   return Array.isArray(outputs) ? outputs.map(_text_json_js__WEBPACK_IMPORTED_MODULE_0__.jQ) : [];
  }
  function mapAt(data, ...path) {
   return path.reduce((map, name) => (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.A7)(map[name]), data);
  }
 }),
 4049: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   RA: () => DEFAULT_FIELD,
   TL: () => quoted,
   ZN: () => formData,
   bQ: () => formBody,
   p$: () => attachFiles,
   qU: () => readFields,
   yJ: () => fillForm
  });
  var _http_multipart_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3581);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8753);
  var _workflow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3142);
  function readFields(node) {
   const given = node.parameters["formFields"] ?? {};
   const values = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.jh)(given) ? given["values"] ?? [] : void 0;
   if (!Array.isArray(values)) return;
   return values.map((field, index) => toField((0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.A7)(field), index, node.typeVersion));
  }
  function toField(field, index, typeVersion) {
   const [name, label, type] = [ (0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.b6)(field["fieldName"]), (0, 
   _text_json_js__WEBPACK_IMPORTED_MODULE_3__.b6)(field["fieldLabel"]), (0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.b6)(field["fieldType"]) ];
   const key = `field-${index}`;
   const element = type === "html" ? (0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.b6)(field["elementName"]) : "";
   const fallback = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.b6)(field[type === "hiddenField" ? "fieldValue" : "defaultValue"]);
   return {
    key: key,
    label: label || name || element,
    name: element || (typeVersion >= 2.4 && name !== "" ? name : label || name),
    aliases: [ label, name, element, key ].filter(alias => alias !== ""),
    isFile: type === "file",
    takesSeveral: field["multipleFiles"] !== false,
    isRequired: field["requiredField"] === true && type !== "html",
    isList: field["multiselect"] === true || type === "checkbox" || type === "radio",
    fallback: fallback.startsWith("=") ? "" : fallback
   };
  }
  function fillForm(fields, data, chosen, show) {
   if (!(0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.jh)(data)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)([ (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`payload: a form needs a map, with one member per field.` ]);
   const known = new Set(fields.flatMap(({aliases: aliases}) => aliases));
   const unknown = chosen ? Object.keys(data).filter(member => !known.has(member)) : [];
   const filled = new Map;
   for (const field of fields) {
    const alias = field.aliases.find(name => Object.hasOwn(data, name));
    const value = (alias === void 0 ? void 0 : data[alias]) ?? field.fallback;
    if (value !== "") filled.set(field, value);
   }
   const forFiles = [ ...filled.keys() ].filter(({isFile: isFile}) => isFile);
   const missing = fields.filter(field => field.isRequired && !field.isFile && !filled.has(field));
   const labels = some => labelsOf(some, show);
   const misfit = [];
   if (unknown.length > 0) misfit.push((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`payload: the form has no field ${quoted(unknown, show)}; its fields are ${labels(fields)}.`);
   if (missing.length > 0) misfit.push((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`payload: the form requires ${labels(missing)}.`);
   if (forFiles.length > 0) misfit.push((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`payload: ${labels(forFiles)} takes a file, which a payload cannot hold. Name the file in files.`);
   return misfit.length > 0 ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)(misfit) : (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(filled);
  }
  function attachFiles(fields, files, show) {
   const takers = fields.filter(({isFile: isFile}) => isFile);
   const fieldFor = name => {
    const named = fields.find(({aliases: aliases}) => aliases.some(alias => alias.trim() === name));
    return named ?? (name === DEFAULT_FIELD && takers.length === 1 ? takers[0] : void 0);
   };
   const counts = new Map;
   const unknown = new Set;
   const attached = files.flatMap(file => {
    const field = fieldFor(file.field);
    if (!field) unknown.add(file.field); else counts.set(field, (counts.get(field) ?? 0) + 1);
    return field ? [ {
     ...file,
     field: field.key
    } ] : [];
   });
   const unfit = [ ...counts.keys() ].filter(({isFile: isFile}) => !isFile);
   const crowded = takers.filter(field => !field.takesSeveral && (counts.get(field) ?? 0) > 1);
   const missing = takers.filter(field => field.isRequired && !counts.has(field));
   if (files.length > 0 && takers.length === 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)([ (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`files: the form has no field for files.` ]);
   const labels = some => labelsOf(some, show);
   const choice = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`its fields for files are ${labels(takers)}`;
   const misfit = [ ...unknown.size > 0 ? [ (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`files: the form has no field ${quoted([ ...unknown ], show)}; ${choice}.` ] : [], ...unfit.length > 0 ? [ (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`files: ${labels(unfit)} takes no file; ${choice}.` ] : [], ...crowded.length > 0 ? [ (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`files: ${labels(crowded)} takes one file, but several were given.` ] : [], ...missing.length > 0 ? [ (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`files: the form requires a file for ${labels(missing)}.` ] : [] ];
   return misfit.length > 0 ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.g)(misfit) : (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(attached);
  }
  function formBody(filled, files) {
   const fields = [ ...filled ].map(([field, value]) => [ field.key, fieldText(field, value) ]);
   return (0, _http_multipart_js__WEBPACK_IMPORTED_MODULE_0__.R)(fields, files);
  }
  function formData(filled) {
   return Object.fromEntries([ ...filled ].map(([{name: name}, value]) => [ name, value ]));
  }
  function fieldText({isList: isList}, value) {
   if (isList) return JSON.stringify([ value ].flat());
   return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  function labelsOf(fields, show) {
   const labels = fields.map(({label: label}) => label).filter(label => label !== "");
   return quoted(labels, show);
  }
  function quoted(names, show) {
   const texts = (0, _workflow_js__WEBPACK_IMPORTED_MODULE_2__.yU)(names, name => (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`"${show(name, 60)}"`);
   return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.fj)(texts, ", ");
  }
  const DEFAULT_FIELD = "data";
 }),
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
 4438: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Jj: () => productionUrl,
   Ob: () => findTrigger,
   XM: () => pathOf,
   dN: () => fillPath,
   lm: () => answersAt,
   oz: () => methodsOf,
   rY: () => methodFor,
   zZ: () => productionPath
  });
  var _http_method_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(336);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  var _address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6583);
  var _form_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4049);
  var _workflow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3142);
  function findTrigger(data, webhookBase, triggerNode, show) {
   const workflow = (0, _workflow_js__WEBPACK_IMPORTED_MODULE_2__.nj)(data);
   const obstacle = candidate => obstacleOfKind(candidate) ?? obstacleOfAddress(candidate, workflow.id);
   const chosen = (0, _workflow_js__WEBPACK_IMPORTED_MODULE_2__.ui)(workflow, triggerNode, obstacle, show);
   if (!chosen.ok) return chosen;
   const node = chosen.value;
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)({
    workflowName: workflow.name,
    node: node,
    address: productionUrl(workflow.id, node, webhookBase)
   });
  }
  function answersAt(data, {pathname: pathname}, method) {
   const workflow = (0, _workflow_js__WEBPACK_IMPORTED_MODULE_2__.nj)(data);
   const path = segmentsOf(pathAfterEndpoint(pathname));
   return (workflow.published ?? []).some(trigger => {
    if (trigger.kind !== "Webhook" || trigger.disabled) return false;
    const wanted = segmentsOf(productionPath(workflow.id, trigger));
    const fits = path.length === wanted.length && wanted.every((part, at) => part.startsWith(":") || part === path[at]);
    return wanted.length > 0 && fits && methodsOf(trigger).some(taken => taken === method);
   });
  }
  function pathAfterEndpoint(pathname) {
   return /\/webhook(?:-test)?\/(.*)$/.exec(pathname)?.[1] ?? pathname.replace(/^\/[^/]*/, "");
  }
  function segmentsOf(path) {
   return path.split("/").filter(Boolean).map(_address_js__WEBPACK_IMPORTED_MODULE_4__.D4);
  }
  function methodsOf({parameters: parameters}) {
   return givenMethods(parameters).flatMap(text => (0, _http_method_js__WEBPACK_IMPORTED_MODULE_5__.N)(text) ?? []);
  }
  function methodFor(node, wanted) {
   const methods = methodsOf(node);
   return methods.find(method => method === wanted) ?? methods[0] ?? wanted;
  }
  function givenMethods(parameters) {
   const usual = parameters["multipleMethods"] === true ? [ "GET", "POST" ] : "GET";
   return [ parameters["httpMethod"] ?? usual ].flat().map(_text_json_js__WEBPACK_IMPORTED_MODULE_6__.b6);
  }
  function fillPath(address, data, show) {
   const members = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_6__.A7)(data);
   const valueFor = name => Object.hasOwn(members, name) ? (0, _text_json_js__WEBPACK_IMPORTED_MODULE_6__.ws)(members[name]) : "";
   const names = address.split("/").flatMap(segment => /^:./.test(segment) ? [ segment.slice(1) ] : []);
   const missing = names.filter(name => valueFor(name) === "");
   if (missing.length > 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)({
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The webhook's path takes ${(0, 
    _form_js__WEBPACK_IMPORTED_MODULE_1__.TL)(names, show)} from the payload, which lacks ${(0, 
    _form_js__WEBPACK_IMPORTED_MODULE_1__.TL)(missing, show)}.`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Give each as a top-level member of payload: text, a number or a boolean, and not empty.`,
    wrongInput: true
   });
   const unfit = names.filter(name => !fitsIntoPath(valueFor(name)));
   if (unfit.length > 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)({
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The webhook's path cannot hold the payload's ${(0, 
    _form_js__WEBPACK_IMPORTED_MODULE_1__.TL)(unfit, show)}: n8n accepts no slash, "." or ".." there, and broken Unicode cannot be sent.`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Send another value, or let the Webhook node take it from the body.`,
    wrongInput: true
   });
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(new URL(address.replace(/(?<=\/):([^/]+)/g, (_, name) => encodeURIComponent(valueFor(name)))));
  }
  function fitsIntoPath(value) {
   return value.isWellFormed() && !/\/|^\.{1,2}$/.test(value);
  }
  function obstacleOfKind({kind: kind, parameters: parameters}) {
   const isForPeople = parameters["authentication"] === "n8nUserAuth";
   switch (kind) {
   case "Webhook":
    return;

   case "Form":
   case "Chat":
    if (isForPeople) return {
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`requires a person who is signed in to n8n`,
     hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Give it Basic Auth and publish.`
    };
    if (kind === "Form" || parameters["public"] === true) return;
    return {
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`is a chat that is not public`,
     hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Turn on "Make Chat Publicly Available" in it and publish, or use an MCP access token (route mcp) as secret-key.`
    };

   case "Schedule":
   case "Manual":
    return {
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`has no URL`,
     hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Use an MCP access token (route mcp) as secret-key, or add a Webhook node and publish.`
    };

   case "Subworkflow":
    return {
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`has no URL`,
     hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Run it through the gateway workflow, or add a Webhook node and publish.`
    };

   default:
    return {
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`has no URL that the action knows`,
     hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Add a Webhook node and publish.`
    };
   }
  }
  const LEADS_AWAY = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\?#]|$)/i;
  function obstacleOfAddress(trigger, workflowId) {
   const {kind: kind, parameters: parameters, webhookId: webhookId} = trigger;
   const methods = kind === "Webhook" ? givenMethods(parameters) : [];
   const path = pathOf(trigger);
   if ([ path, ...methods ].some(text => text.startsWith("="))) return {
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`has a path or method that is an expression`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Use mode: webhook with its Production URL.`
   };
   if (kind === "Webhook" && methodsOf(trigger).length === 0) return {
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`has no HTTP method that can be called`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Set its HTTP Method to GET, HEAD, POST, PUT, PATCH or DELETE and publish.`
   };
   if (isDynamic(path) && webhookId === void 0) return {
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`has a dynamic path and no webhook id, so n8n cannot serve it`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Open the workflow in the editor, save and publish it.`
   };
   if ([ path, productionPath(workflowId, trigger) ].some(text => LEADS_AWAY.test(text))) return {
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`has a path with "." or ".." in it, which leads away from n8n's webhooks`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Give it another path and publish.`
   };
   if (kind === "Form" && !(0, _form_js__WEBPACK_IMPORTED_MODULE_1__.qU)(trigger)) return {
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`has form fields that come from an expression`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Define the fields in the node, or add a Webhook node.`
   };
   return;
  }
  function isDynamic(path) {
   return /(?:^|\/):/.test(path);
  }
  function pathOf({kind: kind, typeVersion: typeVersion, parameters: parameters}) {
   const holder = kind === "Form" && typeVersion >= 2.2 ? (0, _text_json_js__WEBPACK_IMPORTED_MODULE_6__.A7)(parameters["options"]) : parameters;
   const path = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_6__.b6)(holder["path"]);
   const trimmed = path.replace(/^\/+|\/+$/g, "");
   if (kind === "Chat") return "chat";
   if (kind === "MCP Server" && typeVersion < 2) return `${trimmed}/sse`;
   return kind === "Form" && typeVersion < 2 ? `${trimmed}/n8n-form` : trimmed;
  }
  function productionPath(workflowId, trigger) {
   const {kind: kind, name: name, webhookId: webhookId} = trigger;
   const path = encoded(pathOf(trigger));
   if (webhookId === void 0) return `${encodeURIComponent(workflowId)}/${encodeURIComponent(name.toLowerCase())}/${path}`;
   if (kind === "Chat" || isDynamic(path)) return `${webhookId}/${path}`;
   return path || webhookId;
  }
  function encoded(path) {
   const segments = path.toWellFormed().split("/");
   return segments.map(segment => /^:./.test(segment) ? segment : encodeURIComponent(segment).replaceAll("%3A", ":")).join("/");
  }
  function productionUrl(workflowId, trigger, webhookBase) {
   const path = productionPath(workflowId, trigger);
   const isNewForm = trigger.kind === "Form" && trigger.typeVersion >= 2;
   if (!isNewForm && trigger.kind !== "MCP Server") return `${webhookBase}/${path}`;
   const {origin: origin, pathname: pathname} = new URL(webhookBase);
   return `${origin}${pathname.replace(/\/[^/]*$/, "")}/${isNewForm ? "form" : "mcp"}/${path}`;
  }
 }),
 3142: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Wy: () => labelOf,
   _f: () => savingOf,
   eZ: () => namesOf,
   nj: () => toWorkflow,
   ui: () => chooseTrigger,
   yU: () => someOf
  });
  var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  const KINDS = new Map([ [ "n8n-nodes-base.webhook", "Webhook" ], [ "n8n-nodes-base.formTrigger", "Form" ], [ "@n8n/n8n-nodes-langchain.chatTrigger", "Chat" ], [ "@n8n/n8n-nodes-langchain.mcpTrigger", "MCP Server" ], [ "n8n-nodes-base.scheduleTrigger", "Schedule" ], [ "n8n-nodes-base.manualTrigger", "Manual" ], [ "n8n-nodes-base.executeWorkflowTrigger", "Subworkflow" ] ]);
  function toWorkflow(data) {
   const version = data["activeVersion"];
   const saved = data["active"] === true && version === void 0 ? data : void 0;
   const published = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.jh)(version) ? version : saved;
   return {
    id: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)(data["id"]),
    name: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)(data["name"]),
    archived: data["isArchived"] === true,
    published: published && triggersOf(published),
    draft: triggersOf(data)
   };
  }
  function chooseTrigger(workflow, wanted, obstacleTo, show) {
   const {published: published, draft: draft} = workflow;
   const label = labelOf(workflow, show);
   if (workflow.archived) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.g)({
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${label} is archived.`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Unarchive and publish it in n8n.`
   });
   if (!published) {
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Publish it in n8n (older n8n: activate it).`;
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.g)({
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${label} has no published version.`,
     hint: hint
    });
   }
   const obstacleOf = trigger => trigger.disabled ? DISABLED : obstacleTo(trigger);
   const isMeant = ({name: name}) => wanted === void 0 || name === wanted;
   const meant = published.filter(isMeant);
   const usable = meant.filter(trigger => !obstacleOf(trigger));
   const [one, another] = usable;
   if (one && !another) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(one);
   if (one) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.g)({
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${label} has several triggers: ${namesOf(usable, show)}.`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Name the one to run in trigger-node.`,
    wrongInput: true
   });
   const inDraft = draft.find(trigger => isMeant(trigger) && !obstacleOf(trigger));
   const publishing = inDraft && (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Its draft has ${namesOf([ inDraft ], show)}: publish it.`;
   if (published.length === 0) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${label} has no trigger in its published version.`;
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.g)({
     message: message,
     hint: publishing ?? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Add a Webhook node and publish.`
    });
   }
   if (meant.length === 0) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${label} has no trigger "${show(wanted ?? "", 80)}"; its triggers are ${namesOf(published, show)}.`;
    if (publishing) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.g)({
     message: message,
     hint: publishing
    });
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.g)({
     message: message,
     hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Correct trigger-node.`,
     wrongInput: true
    });
   }
   const reasonOf = trigger => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${namesOf([ trigger ], show)} ${obstacleOf(trigger)?.message ?? _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$}`;
   const hints = new Set(meant.map(trigger => obstacleOf(trigger)?.hint ?? _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$));
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.g)({
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${label} has no trigger that this route can run: ${(0, 
    _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.fj)(someOf(meant, reasonOf), "; ")}.`,
    hint: publishing ?? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.fj)([ ...hints ])
   });
  }
  const DISABLED = {
   message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`is disabled`,
   hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Enable it and publish.`
  };
  function labelOf({name: name}, show) {
   return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The workflow "${show(name, 80)}"`;
  }
  function namesOf(triggers, show) {
   const nameOf = ({name: name, kind: kind}) => kind === "other" ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`"${show(name, 60)}"` : (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`"${show(name, 60)}" (${(0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.Vm)(kind)})`;
   return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.fj)(someOf(triggers, nameOf), ", ");
  }
  const MOST_NAMED = 10;
  function someOf(things, textOfOne) {
   const texts = things.slice(0, MOST_NAMED).map(textOfOne);
   const more = things.length - texts.length;
   return more > 0 ? [ ...texts, (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`and ${more} more` ] : texts;
  }
  function triggersOf(version) {
   return (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.jQ)(version["nodes"]).flatMap(node => {
    const type = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)(node["type"]);
    const kind = KINDS.get(type) ?? (/trigger$/i.test(type) ? "other" : void 0);
    return kind ? [ toTrigger(node, kind) ] : [];
   });
  }
  function toTrigger(node, kind) {
   const {name: name, typeVersion: typeVersion, disabled: disabled, webhookId: webhookId, parameters: parameters} = node;
   return {
    kind: kind,
    name: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)(name),
    typeVersion: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.rl)(typeVersion ?? 1),
    disabled: disabled === true,
    webhookId: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.b6)(webhookId) || void 0,
    parameters: (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.A7)(parameters)
   };
  }
  function savingOf(workflow) {
   const settings = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.A7)(workflow["settings"]);
   const given = value => value === "DEFAULT" || value === null ? void 0 : value;
   return {
    successes: given(settings["saveDataSuccessExecution"]),
    failures: given(settings["saveDataErrorExecution"])
   };
  }
 }),
 585: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   CV: () => whyNotAsked,
   ST: () => isGone,
   nS: () => lasting
  });
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  function isGone({code: code}) {
   return code === "api-not-found" || code === "mcp-no-execution";
  }
  function whyNotAsked(failure) {
   if (failure === void 0) return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`there was no time left to ask n8n's API`;
   const {message: message, hint: hint = _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$, transient: transient} = failure;
   return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.Qu)((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.fj)([ message, transient ? _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$ : hint ]));
  }
  function lasting(code, message, hint, status) {
   return {
    code: code,
    message: message,
    hint: hint,
    status: status,
    transient: false,
    mayHaveArrived: false
   };
  }
 }),
 7506: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Bt: () => verdictOfFailure,
   Hu: () => judgeText,
   O$: () => unreadable,
   ag: () => judgeApi,
   iO: () => judgeMcp,
   ly: () => mcpToolFailure
  });
  var _http_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4999);
  var _n8n_address_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6583);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  var _api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(585);
  var _cache_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9844);
  var _reply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4062);
  var _rows_mcp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1706);
  const setIn = input => (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Set ${input} to the address that opens n8n in the browser, with its sub-path if it has one`;
  const SOURCES = {
   url: {
    name: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`url`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Check url`,
    fix: setIn((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`url`)
   },
   "api-url": {
    name: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`api-url`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Check api-url`,
    fix: setIn((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`api-url`)
   },
   webhook: {
    name: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The part of url before /webhook/`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Check url, or give n8n's own address in api-url if it has another one`,
    fix: setIn((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`api-url`)
   }
  };
  const API = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's API`;
  const MCP = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's MCP server`;
  const NO_ENDPOINT = "not found";
  function judgeApi(made, asked, subject) {
   const usable = usableReply(made, asked, API);
   if (!usable.ok) return usable;
   const {status: status} = usable.value;
   const text = startOf(usable.value);
   if ((0, _http_status_js__WEBPACK_IMPORTED_MODULE_4__.o)(status) && /^\s*\{/.test(text)) return usable;
   if (status === 413) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)(TOO_LARGE);
   if ((0, _text_json_js__WEBPACK_IMPORTED_MODULE_6__.jh)((0, _text_json_js__WEBPACK_IMPORTED_MODULE_6__.MR)(text))) return (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)(refusal(status, messageIn(text), asked, subject));
   if (status === 401 || status === 403) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)(blocked(usable.value, asked, API));
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)(status === 204 ? SILENT : notThere(status, asked));
  }
  function judgeText(made, asked, subject) {
   const isText = made.kind === "reply" && made.status === 200 && !/^\s*<|^n8n is starting up/.test(startOf(made));
   return isText ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(made) : judgeApi(made, asked, subject);
  }
  function judgeMcp(made, asked) {
   const usable = usableReply(made, asked, MCP);
   if (!usable.ok) return usable;
   const {status: status, headers: headers} = usable.value;
   const text = startOf(usable.value);
   if (status === 200 && /^\s*(?:\{|event:|data:|id:|retry:|:)/.test(text)) return usable;
   const {show: show, from: from} = asked;
   const view = {
    status: status,
    headers: headers,
    jsonMessage: messageIn(text),
    call: {
     addressInput: (0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_7__.wg)(from),
     show: show
    }
   };
   const row = _rows_mcp_js__WEBPACK_IMPORTED_MODULE_3__.iB.find(({when: when}) => when.where(view));
   if (row) {
    const transient = row.retry !== void 0;
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)({
     ...(0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)(row.name, row.message(view), row.hint(view), status),
     transient: transient
    });
   }
   if (status === 401 || status === 403) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)(blocked(usable.value, asked, MCP));
   const said = show(messageIn(text), 100) || (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`an empty body`;
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The reply is not from an MCP server (HTTP ${status}: ${said}).`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Check that ${show((0, 
   _n8n_address_js__WEBPACK_IMPORTED_MODULE_7__.wg)(from))} is the address of n8n, and that nothing in front of it replied.`;
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)((0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)("mcp-unreadable", message, hint, status));
  }
  function mcpToolFailure(message, code, show) {
   const said = (0, _rows_mcp_js__WEBPACK_IMPORTED_MODULE_3__.FO)(message, show, code);
   return (0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)(said.name, said.message, said.hint);
  }
  function unreadable(thing, size) {
   const bytes = size === void 0 ? _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$ : (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)` (${size} bytes)`;
   return (0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)("api-unreadable", (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's API returned ${thing} in a form that cannot be read${bytes}.`);
  }
  function verdictOfFailure({code: code, message: message, hint: hint = _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$}) {
   return {
    row: code,
    success: false,
    ran: "no",
    message: message,
    hint: hint
   };
  }
  const SILENT = (0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)("api-silent", (0, 
  _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's API sent an empty reply (204), as it does to clients that it takes for crawlers.`, (0, 
  _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Check whether a proxy on the way changes the User-Agent.`, 204);
  const TOO_LARGE = (0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)("api-refused", (0, 
  _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`It is larger than n8n, or a proxy in front of n8n, accepts (HTTP 413).`, (0, 
  _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n accepts 16 MiB, or as much as its N8N_PAYLOAD_SIZE_MAX says.`, 413);
  function usableReply(made, {url: url, from: from, show: show}, server) {
   if (made.kind === "breakdown") {
    const {code: code, stage: stage} = made;
    const mayHaveArrived = stage === "wait" || stage === "receive";
    if (code === "ABORTED") {
     const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The step was stopped while calling n8n's API.`;
     return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)({
      code: "aborted",
      message: message,
      transient: false,
      mayHaveArrived: mayHaveArrived
     });
    }
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${server} at ${show(url.host)} was not reached (${show(code, 60)}).`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${SOURCES[from].hint}, and that this runner can reach that host.`;
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)({
     code: "api-unreachable",
     message: message,
     hint: hint,
     transient: true,
     mayHaveArrived: mayHaveArrived
    });
   }
   const {status: status, headers: headers} = made;
   if ((0, _cache_js__WEBPACK_IMPORTED_MODULE_8__.DR)(headers)) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`A cache in front of n8n replied in place of ${server}, and its reply may be outdated.`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Exempt n8n's API, and everything else but static files, from that cache.`;
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)({
     code: "api-unavailable",
     message: message,
     hint: hint,
     transient: true,
     status: status,
     mayHaveArrived: false
    });
   }
   const text = startOf(made);
   const isStarting = text.startsWith("n8n is starting up");
   if (status === 429 || status >= 500 || isStarting) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${server} is not available now (HTTP ${status}: ${show(messageIn(text), 100)}).`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Run the step again when n8n is up.`;
    const mayHaveArrived = status !== 429 && !isStarting;
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)({
     code: "api-unavailable",
     message: message,
     hint: hint,
     transient: true,
     status: status,
     mayHaveArrived: mayHaveArrived
    });
   }
   if (status < 300 || status >= 400 || headers.location === void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(made);
   const place = (0, _reply_js__WEBPACK_IMPORTED_MODULE_2__.$t)(headers, {
    url: url,
    show: show
   });
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${server} redirects (HTTP ${status}) to ${place}; redirects are not followed, because they would carry the key along.`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${SOURCES[from].fix}. If a login in front of n8n redirects, put the headers that it requires in api-headers.`;
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)((0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)("api-redirect", message, hint, status));
  }
  function refusal(status, said, asked, subject) {
   const {thing: thing, deed: deed, scope: scope, ifMissing: ifMissing, ifTooOld: ifTooOld} = subject;
   const because = (code, message, hint) => (0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)(code, message, hint, status);
   if (status === 401) {
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Check that the key is of this instance and has not expired (n8n, Settings, n8n API); a disabled public API gives the same reply.`;
    return because("api-unauthorized", (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's API does not accept this secret-key (401).`, hint);
   }
   if (status === 403) {
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Give the key the scope ${scope} (n8n, Settings, n8n API).`;
    return because("api-forbidden", (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`This secret-key has no right to ${deed ?? thing} (403).`, hint);
   }
   if (status === 404) {
    if (!/not found|do not have permission/i.test(said)) return notThere(status, asked);
    if (ifTooOld !== void 0 && said === NO_ENDPOINT) return because("api-too-old", ifTooOld);
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's API did not find ${thing}, or this secret-key has no access to it (404).`;
    return because("api-not-found", message, ifMissing ?? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${SOURCES[asked.from].hint}.`);
   }
   if (status === 400 && /^request[/.]query[/.]status (?:must|should) be/.test(said)) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`This n8n cannot list running executions (HTTP 400: ${asked.show(said, 100)}).`;
    return because("api-too-old", message, (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Update n8n to 1.112 or later.`);
   }
   const words = asked.show(said.replace(/[.\s]+$/, ""), 300);
   return because("api-refused", (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n's API replied with HTTP ${status}: ${words}.`);
  }
  function blocked(reply, {show: show}, server) {
   const said = show(messageIn(startOf(reply)), 100) || (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`an empty body`;
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`Something in front of ${server} refused the call (HTTP ${reply.status}: ${said}).`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`n8n itself would refuse in JSON, so this was a proxy or firewall. Let the request pass it, or send what it requires: Basic Auth as user:password@ in url, other headers in api-headers.`;
   return (0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)("api-blocked", message, hint, reply.status);
  }
  function notThere(status, {from: from}) {
   const {name: name, fix: fix} = SOURCES[from];
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${name} is not the address of n8n's API: the reply is not JSON (HTTP ${status}).`;
   if (status !== 404) return (0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)("api-not-there", message, (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${fix}.`, status);
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${fix}; a disabled public API gives the same reply.`;
   return {
    ...(0, _api_failure_js__WEBPACK_IMPORTED_MODULE_1__.nS)("api-not-there", message, hint, status),
    transient: true
   };
  }
  function startOf({body: body}) {
   return body.start.toString("utf8");
  }
  function messageIn(text) {
   const data = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_6__.MR)(text);
   if ((0, _text_json_js__WEBPACK_IMPORTED_MODULE_6__.jh)(data) && typeof data["message"] === "string") return data["message"];
   return /^\s*</.test(text) ? (0, _reply_js__WEBPACK_IMPORTED_MODULE_2__.Z9)(text) : text;
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
 })
};