"use strict";

exports.id = 922;

exports.ids = [ 922 ];

exports.modules = {
 9922: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   triggerAndFollowByApi: () => triggerAndFollowByApi
  });
  var connections = __webpack_require__(6032);
  var inputs_target = __webpack_require__(2623);
  var client = __webpack_require__(9975);
  var body = __webpack_require__(5621);
  var address = __webpack_require__(6583);
  var mcp_message = __webpack_require__(6005);
  var json = __webpack_require__(5666);
  var result = __webpack_require__(5717);
  var safe = __webpack_require__(8753);
  var verdict_api = __webpack_require__(7506);
  var ask = __webpack_require__(7087);
  // CONCATENATED MODULE: ./build/n8n-api/mcp.js
  function mcpServer(instance, settings) {
   const url = new URL(`${instance.base}/mcp-server/http`);
   const from = instance.addressFrom;
   const {host: host} = settings;
   const {show: show} = host;
   const headers = {
    ...Object.fromEntries(instance.headers),
    accept: mcp_message.Il,
    authorization: `Bearer ${instance.secretKey}`
   };
   const post = message => ({
    method: "POST",
    url: url,
    headers: headers,
    body: (0, body.J9)(message)
   });
   const call = async (label, message, options) => {
    const question = {
     request: post(message),
     label: (0, safe.cv)`MCP: ${label}`,
     judge: made => (0, verdict_api.iO)(made, {
      url: url,
      from: from,
      show: show
     }),
     isWrite: false
    };
    const replied = await (0, ask.k)(question, options, settings);
    if (!replied.ok) return replied;
    const answer = (0, mcp_message.JN)(replied.value);
    if (answer?.ok) return answer;
    const refused = answer?.error ?? {
     message: `${replied.value.length} bytes, no answer`,
     code: void 0
    };
    return (0, result.g)((0, verdict_api.ly)(refused.message, refused.code, show));
   };
   let tools;
   const askForTools = async () => {
    const listed = await call((0, safe.cv)`tools/list`, (0, mcp_message.sl)("tools/list", {}), {
     signal: host.cancelled
    });
    return listed.ok ? (0, result.ok)(toTools(listed.value)) : listed;
   };
   return {
    base: instance.base,
    addressInput: (0, address.wg)(from),
    show: show,
    tools: () => {
     tools ??= askForTools();
     return tools;
    },
    read: (tool, args, options = {}) => call(show(tool, 60), (0, mcp_message.rd)(tool, args), options),
    toolCall: (tool, args) => post((0, mcp_message.rd)(tool, args))
   };
  }
  function toTools({tools: tools}) {
   return new Map((0, json.jQ)(tools).map(({name: name, inputSchema: inputSchema}) => [ (0, 
   json.ws)(name), (0, json.A7)(inputSchema) ]));
  }
  var n8n_execution = __webpack_require__(5089);
  var api_failure = __webpack_require__(585);
  // CONCATENATED MODULE: ./build/n8n-api/mcp-source.js
  const READING_TOOLS = [ "get_workflow_execution", "get_execution" ];
  const NO_READING_TOOL = (0, api_failure.nS)("mcp-no-tool", (0, safe.cv)`n8n's MCP server offers this token no tool that reads executions, which wait: true needs.`, (0, 
  safe.cv)`Leave wait out: without that tool, n8n replies when the execution has ended.`);
  const NO_STOPPING_TOOL = (0, api_failure.nS)("mcp-no-tool", (0, safe.cv)`n8n's MCP server has no tool that stops executions.`, (0, 
  safe.cv)`Stop it in the editor.`);
  const MIN_PAUSE_MS = 3450;
  function mcpExecutions(mcp, workflowId) {
   const toolIn = tools => READING_TOOLS.find(name => tools.has(name));
   return {
    base: mcp.base,
    minPauseMs: MIN_PAUSE_MS,
    checkAccess: async () => {
     const listed = await mcp.tools();
     if (!listed.ok) return listed;
     return toolIn(listed.value) === void 0 ? (0, result.g)(NO_READING_TOOL) : (0, result.ok)(void 0);
    },
    find: async () => ({
     end: "absent"
    }),
    read: async (id, withData, options) => {
     const listed = await mcp.tools();
     if (!listed.ok) return listed;
     const tool = toolIn(listed.value) ?? "get_workflow_execution";
     const args = {
      workflowId: workflowId,
      executionId: id,
      ...withData ? {
       includeData: true
      } : {}
     };
     const read = await mcp.read(tool, args, options);
     if (!read.ok) return read;
     const {execution: execution, data: data, error: error} = read.value;
     const known = (0, json.jh)(execution) ? (0, n8n_execution.Gr)(execution) : void 0;
     if (known && (0, json.jh)(execution)) return (0, result.ok)({
      execution: known,
      data: {
       ...execution,
       data: data ?? null
      }
     });
     const message = (0, json.ws)(error) || "no execution";
     const failure = (0, verdict_api.ly)(message, void 0, mcp.show);
     return (0, result.g)(/^Execution '.*' not found/.test(message) ? {
      ...failure,
      code: "mcp-no-execution"
     } : failure);
    },
    stop: async () => (0, result.g)(NO_STOPPING_TOOL),
    listed: async () => (0, result.ok)(void 0),
    savesSuccesses: async () => "unknown",
    saving: async () => {}
   };
  }
  var executions = __webpack_require__(9195);
  // CONCATENATED MODULE: ./build/n8n-api/proofs.js
  function hasOurTrace({traceparent: traceparent}, {trace: trace}) {
   return trace.isUnique && traceparent === trace.value;
  }
  function hasOurHeaders({headers: headers}, {trace: trace, key: key}) {
   return key.isUnique && valuesOf(headers, "idempotency-key").includes(key.value) || trace.isUnique && valuesOf(headers, "traceparent").includes(trace.value);
  }
  const NOT_BY_CALL = [ "trigger", "cli", "error", "integrated", "retry", "evaluation" ];
  function isNotByCall({mode: mode}, {route: route, url: url}) {
   if (route === "start") return false;
   return NOT_BY_CALL.includes(mode) || mode === "manual" && !(0, address.qF)(url);
  }
  function hasAnotherKey({headers: headers}, {key: key}) {
   const received = valuesOf(headers, "idempotency-key");
   const ours = valuesIn(key.value);
   return received.length > 0 && !received.some(value => ours.includes(value));
  }
  function hasAnotherBody({body: body}, sent) {
   if (sent === void 0 || body === void 0 || (0, json.jh)(body) && Object.keys(body).length === 0) return false;
   const text = (0, json.jj)(sent);
   if (text === void 0 || /\\u(?:0000|d[89a-f])|\\ufffd/i.test(text)) return false;
   const [received, ours] = [ canonical(body), canonical(sent) ];
   return received !== void 0 && ours !== void 0 && received !== ours;
  }
  const CLOCK_SLACK_MS = 6e4;
  const UNKNOWN_SLACK_MS = 26 * 60 * 60 * 1e3;
  function mayHaveStartedFrom({sentAt: sentAt}, listed) {
   const isNotBehind = listed.some(({startedAt: startedAt}) => startedAt !== void 0 && startedAt >= sentAt - CLOCK_SLACK_MS);
   return sentAt - (isNotBehind ? CLOCK_SLACK_MS : UNKNOWN_SLACK_MS);
  }
  function isOlder({id: id, startedAt: startedAt}, {afterId: afterId = 0}, from) {
   return id <= afterId || startedAt !== void 0 && startedAt < from;
  }
  function valuesOf(headers, name) {
   const value = Object.hasOwn(headers, name) ? headers[name] : void 0;
   return Array.isArray(value) ? value.map(json.b6).flatMap(valuesIn) : valuesIn((0, 
   json.b6)(value));
  }
  function valuesIn(text) {
   return text.split(/\s*,\s*/).map(value => value.replace(/^"|"$/g, "")).filter(value => value !== "");
  }
  function canonical(value) {
   try {
    return JSON.stringify(value, (_, inner) => typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner);
   } catch {
    return;
   }
  }
  // CONCATENATED MODULE: ./build/n8n-api/unlisted.js
  const MOST_READS = 120;
  const LONGEST_MS = 2e4;
  const BEYOND = 20;
  async function readUnlisted(api, call, options) {
   const bounded = {
    ...options,
    deadline: options.deadline?.within(LONGEST_MS)
   };
   const read = await (0, executions.eX)(api, void 0, executions.Ir, bounded);
   if (!read.ok) return;
   const listed = read.value;
   const from = mayHaveStartedFrom(call, listed);
   const older = listed.find(row => isOlder(row, call, from))?.id ?? 0;
   const newest = listed[0]?.id ?? 0;
   const first = Math.max(call.afterId ?? 0, older) + 1;
   const ids = new Set(listed.map(({id: id}) => id));
   const found = [];
   let last = newest + BEYOND;
   let reads = 0;
   if (last - first + 1 - ids.size > MOST_READS) return;
   for (let id = first; id <= last && Number.isSafeInteger(id); id += 1) {
    if (ids.has(id)) continue;
    reads += 1;
    if (reads > MOST_READS) return;
    const one = await (0, executions.f3)(api, String(id), true, bounded);
    if (one.ok) {
     found.push(one.value);
     last = Math.max(last, id + BEYOND);
    } else if (!(0, api_failure.ST)(one.error)) return;
   }
   return found;
  }
  // CONCATENATED MODULE: ./build/n8n-api/find.js
  const AT_ONCE = 6;
  const MOST_WITH_DATA = 30;
  const CALM_MS = 3e3;
  const FIRST_PAUSE_MS = 100;
  const LONGEST_PAUSE_MS = 2e3;
  const FEWEST_RUNS = 3;
  async function findExecution(api, call, limits) {
   const {clock: clock, deadline: deadline, ruledOut: ruledOut} = limits;
   const began = clock.monotonic();
   const options = {
    retries: 0,
    deadline: deadline
   };
   const state = {
    api: api,
    call: call,
    options: options,
    ruledOut: ruledOut,
    withoutOurTrace: new Map,
    withData: new Set
   };
   let unclearAt = Number.NEGATIVE_INFINITY;
   let wasOpen = false;
   let pauseMs = FIRST_PAUSE_MS;
   for (let look = 0; ;look += 1) {
    const listed = await (0, executions.eX)(api, call.workflowId, executions.Ir, options, look === 0 ? "quick" : "try");
    if (deadline.isCancelled()) return {
     end: "cancelled"
    };
    if (!listed.ok && !listed.error.transient) return {
     end: "unreachable",
     failure: listed.error
    };
    const rows = listed.ok ? listed.value : [];
    const seen = new Set;
    const found = await lookThrough(state, sortByLikelihood(rows, call), look > 0, seen);
    if (found) return {
     end: "found",
     execution: found,
     usualMs: usualMsOf(found, rows)
    };
    if (deadline.isCancelled()) return {
     end: "cancelled"
    };
    const now = clock.monotonic();
    const isOpen = seen.has("open");
    const isClear = listed.ok && !isOpen && !seen.has("unread");
    if (!isClear) unclearAt = now;
    const calmAt = Math.max(began + limits.searchMs, unclearAt + CALM_MS);
    const restMs = Math.min(isClear ? calmAt - now : 1 / 0, deadline.leftMs());
    if (restMs <= 0) {
     if (isClear) return findUnlisted(api, call, deadline);
     if (isOpen || wasOpen) return {
      end: "undecided"
     };
     return {
      end: "unreachable",
      failure: listed.ok ? void 0 : listed.error
     };
    }
    wasOpen = isOpen;
    await deadline.sleep(Math.min(pauseMs, restMs));
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
   }
  }
  async function findUnlisted(api, call, deadline) {
   const unlisted = deadline.leftMs() > 0 ? await readUnlisted(api, call, {
    retries: 0,
    deadline: deadline
   }) : void 0;
   const found = unlisted?.find(({execution: execution, data: data}) => {
    if (call.workflowId !== void 0 && execution.workflowId !== call.workflowId) return false;
    const received = (0, n8n_execution.xz)(data);
    return hasOurTrace(execution, call) || received !== void 0 && hasOurHeaders(received, call);
   });
   if (found) return {
    end: "found",
    execution: found.execution
   };
   return {
    end: deadline.isCancelled() ? "cancelled" : "absent"
   };
  }
  function sortByLikelihood(listed, call) {
   const {afterId: afterId = 0, sentAt: sentAt} = call;
   const distance = ({startedAt: startedAt}) => Math.abs((startedAt ?? sentAt) - sentAt);
   return listed.filter(row => row.id > afterId && !isNotByCall(row, call)).sort((a, b) => distance(a) - distance(b) || a.id - b.id);
  }
  function usualMsOf({workflowId: workflowId, id: id}, listed) {
   const past = listed.filter(row => row.workflowId === workflowId && String(row.id) !== id);
   const lengths = past.flatMap(({tookMs: tookMs}) => tookMs !== void 0 && tookMs >= 0 ? [ tookMs ] : []);
   return lengths.length < FEWEST_RUNS ? void 0 : Math.min(...lengths);
  }
  async function lookThrough(state, candidates, isThorough, seen) {
   const {ruledOut: ruledOut, withoutOurTrace: withoutOurTrace} = state;
   const fresh = candidates.filter(({id: id}) => !ruledOut.has(id) && !withoutOurTrace.has(id));
   const found = await lookAtEach(state, fresh, matchByTrace, seen);
   if (found || !isThorough) return found;
   const rest = candidates.filter(({id: id}) => !ruledOut.has(id) && withoutOurTrace.has(id));
   let room = MOST_WITH_DATA - state.withData.size;
   const readable = rest.filter(({id: id}) => state.withData.has(id) || room-- > 0);
   return lookAtEach(state, readable, matchByHeaders, seen);
  }
  async function lookAtEach(state, candidates, matchOne, seen) {
   const {deadline: deadline} = state.options;
   for (let first = 0; first < candidates.length; first += AT_ONCE) {
    if (deadline.leftMs() <= 0 || deadline.isCancelled()) {
     seen.add("unread");
     return;
    }
    const batch = candidates.slice(first, first + AT_ONCE);
    const matches = await Promise.all(batch.map(async ({id: id}) => ({
     id: id,
     match: await matchOne(id, state)
    })));
    const own = matches.flatMap(({match: match}) => typeof match === "object" ? [ match ] : []);
    if (own.length > 0) return own.sort((a, b) => Number(a.id) - Number(b.id))[0];
    for (const {id: id, match: match} of matches) {
     if (match === "other") state.ruledOut.add(id);
     if (typeof match === "string") seen.add(match);
    }
   }
   return;
  }
  async function matchByTrace(id, state) {
   const {api: api, call: call, options: options, withoutOurTrace: withoutOurTrace} = state;
   const read = await (0, executions.f3)(api, String(id), false, options);
   if (!read.ok) return (0, api_failure.ST)(read.error) ? "other" : "unread";
   const {execution: execution} = read.value;
   if (isNotByCall(execution, call)) return "other";
   if (hasOurTrace(execution, call)) return execution;
   withoutOurTrace.set(id, isOfOurTrace(execution, call));
   return execution.storesTraces ? "without-our-trace" : matchByHeaders(id, state);
  }
  async function matchByHeaders(id, state) {
   const {api: api, call: call, options: options, withoutOurTrace: withoutOurTrace} = state;
   state.withData.add(id);
   const read = await (0, executions.f3)(api, String(id), true, options);
   if (!read.ok) return (0, api_failure.ST)(read.error) ? "other" : "unread";
   const {execution: execution, data: data} = read.value;
   const received = (0, n8n_execution.xz)(data);
   if (received) return hasOurHeaders(received, call) ? execution : "other";
   const mayStillShow = withoutOurTrace.get(id) === true && !(0, n8n_execution.dR)(execution.status) && !(0, 
   n8n_execution.vX)(data);
   return mayStillShow ? "open" : "other";
  }
  function isOfOurTrace({storesTraces: storesTraces, traceparent: traceparent = ""}, {trace: trace}) {
   return !storesTraces || traceparent === "" || traceparent.split("-")[1] === trace.value.split("-")[1];
  }
  var n8n_workflow = __webpack_require__(3142);
  var triggers = __webpack_require__(4438);
  var pages = __webpack_require__(9254);
  // CONCATENATED MODULE: ./build/n8n-api/workflows.js
  function readWorkflow(api, id, options) {
   const subject = {
    thing: (0, safe.cv)`the workflow ${api.show(id, 64)}`,
    scope: (0, safe.cv)`workflow:read`,
    ifMissing: (0, safe.cv)`Compare workflow-id with the editor's address, \u2026/workflow/ID.`
   };
   return api.request("GET", `workflows/${encodeURIComponent(id)}?excludePinnedData=true`, subject, options);
  }
  const WORKFLOWS = {
   thing: (0, safe.cv)`the list of workflows`,
   scope: (0, safe.cv)`workflow:list`
  };
  const MOST_PAGES = 8;
  async function workflowAt(api, {url: url, method: method}, workflowId, options) {
   const fits = workflow => (0, triggers.lm)(workflow, url, method);
   if (workflowId !== void 0) {
    const read = await readWorkflow(api, workflowId, options);
    return read.ok && fits(read.value) ? read.value : void 0;
   }
   let found = [];
   const list = "workflows?active=true&excludePinnedData=true&";
   for await (const page of (0, pages.E)(api, list, WORKFLOWS, MOST_PAGES, options)) {
    if (!page.ok) return;
    found = [ ...found, ...page.value.filter(fits) ];
    if (found.length > 1) return;
   }
   return found[0];
  }
  // CONCATENATED MODULE: ./build/n8n-api/saving.js
  const UNKNOWN = {
   successes: "unknown",
   failures: "unknown"
  };
  async function findSaving(api, call, options) {
   if ((0, address.qF)(call.url)) return "unknown";
   const workflow = await calledWorkflow(api, call, options);
   if (!workflow) return "unknown";
   const {successes: successes} = (0, n8n_workflow._f)(workflow);
   if (successes !== void 0) return fromSettings(successes);
   const listed = await (0, executions.eX)(api, (0, json.ws)(workflow["id"]), executions.Ir, options, "try");
   if (!listed.ok || listed.value.some(({id: id}) => id > (call.afterId ?? 0))) return "unknown";
   return (await learnSaving(api, workflow, listed.value, options)).successes;
  }
  async function calledWorkflow(api, {url: url, method: method, workflowId: workflowId}, options) {
   if (workflowId === void 0) return workflowAt(api, {
    url: url,
    method: method
   }, void 0, options);
   const read = await readWorkflow(api, workflowId, options);
   return read.ok ? read.value : void 0;
  }
  async function savingOfWorkflow(api, workflowId, options) {
   const [read, listed] = await Promise.all([ readWorkflow(api, workflowId, options), (0, 
   executions.eX)(api, workflowId, executions.Ir, options) ]);
   return read.ok && listed.ok ? learnSaving(api, read.value, listed.value, options) : UNKNOWN;
  }
  function showsSaving({status: status, mode: mode}, kind) {
   return mode !== "manual" && status === (kind === "successes" ? "success" : "error");
  }
  const MOST_OTHER_WORKFLOWS = 5;
  async function learnSaving(api, workflow, listed, options) {
   const settings = (0, n8n_workflow._f)(workflow);
   const isOpen = kind => settings[kind] === void 0 && !listed.some(row => showsSaving(row, kind));
   const others = isOpen("successes") || isOpen("failures") ? await (0, executions.eX)(api, void 0, executions.Ir, options) : void 0;
   const learn = async kind => {
    if (settings[kind] !== void 0) return fromSettings(settings[kind]);
    if (!isOpen(kind)) return "yes";
    return others?.ok ? learnFromOthers(api, others.value, kind, options) : "unknown";
   };
   return {
    successes: await learn("successes"),
    failures: await learn("failures")
   };
  }
  async function learnFromOthers(api, listed, kind, options) {
   const ids = [ ...new Set(listed.filter(row => showsSaving(row, kind)).map(({workflowId: workflowId}) => workflowId)) ];
   let isClear = ids.length <= MOST_OTHER_WORKFLOWS;
   for (const id of ids.slice(0, MOST_OTHER_WORKFLOWS)) {
    const read = await readWorkflow(api, id, options);
    if (read.ok && (0, n8n_workflow._f)(read.value)[kind] === void 0) return "yes";
    isClear &&= read.ok;
   }
   return isClear ? "seemingly-not" : "unknown";
  }
  function fromSettings(value) {
   if (value === "none") return "no";
   return value === "all" ? "yes" : "unknown";
  }
  // CONCATENATED MODULE: ./build/n8n-api/source.js
  function apiExecutions(api) {
   return {
    base: api.base,
    minPauseMs: 0,
    checkAccess: (workflowId, options) => (0, executions.x8)(api, workflowId, options),
    find: (call, limits) => findExecution(api, call, limits),
    read: (id, withData, options) => (0, executions.f3)(api, id, withData, options),
    listed: async (execution, options) => {
     const listed = await (0, executions.eX)(api, execution.workflowId, executions.Ir, options, "try");
     if (!listed.ok) return listed;
     const row = listed.value.find(({id: id}) => String(id) === execution.id);
     return (0, result.ok)(row && {
      ...execution,
      status: row.status
     });
    },
    stop: (id, options) => (0, executions.V4)(api, id, options),
    savesSuccesses: (call, deadline) => findSaving(api, call, {
     retries: 0,
     deadline: deadline
    }),
    saving: async ({workflowId: workflowId, mode: mode}, deadline) => {
     if (workflowId === void 0 || mode === "manual") return;
     return savingOfWorkflow(api, workflowId, {
      retries: 1,
      deadline: deadline
     });
    }
   };
  }
  // CONCATENATED MODULE: ./build/n8n/chat.js
  function chatMessage(data, newId) {
   const {chatInput: chatInput, sessionId: sessionId, ...others} = (0, json.A7)(data);
   if (typeof chatInput !== "string" || chatInput === "") return (0, result.g)([ (0, 
   safe.cv)`payload: a chat needs the message as text, in the member chatInput.` ]);
   if (sessionId !== void 0 && typeof sessionId !== "string") return (0, result.g)([ (0, 
   safe.cv)`payload: the sessionId of a chat must be text.` ]);
   return (0, result.ok)({
    action: "sendMessage",
    ...others,
    sessionId: sessionId || newId(),
    chatInput: chatInput
   });
  }
  var execution_id = __webpack_require__(4659);
  var n8n_form = __webpack_require__(4049);
  // CONCATENATED MODULE: ./build/n8n/mcp-trigger.js
  const IN_PRODUCTION = [ "Webhook", "Form", "Chat", "Schedule" ];
  function toExecuteTool(schema) {
   const properties = (0, json.A7)(schema["properties"]);
   return {
    takesMode: "executionMode" in properties,
    takesName: "triggerNodeName" in properties,
    takesType: variantsIn(properties["inputs"] ?? null).some(variant => "webhookData" in variant && "type" in variant)
   };
  }
  function variantsIn(schema) {
   const variants = [];
   const left = [ schema ];
   for (let part = left.pop(); part !== void 0; part = left.pop()) {
    if ((0, json.jh)(part) && (0, json.jh)(part["properties"])) variants.push(part["properties"]);
    if (typeof part === "object" && part !== null) for (const inner of Object.values(part)) left.push(inner);
   }
   return variants;
  }
  function workflowFromDetails(details) {
   const workflow = (0, json.A7)(details["workflow"]);
   const {activeVersion: activeVersion, nodes: nodes, active: active} = workflow;
   const isDraft = (0, json.jh)(activeVersion) ? activeVersion["sameAsDraft"] === true : activeVersion === void 0 && active;
   const published = isDraft === true ? {
    nodes: nodes ?? []
   } : activeVersion ?? null;
   return (0, n8n_workflow.nj)({
    ...workflow,
    activeVersion: published
   });
  }
  function chooseMcpTrigger(workflow, name, tool, show) {
   const chosen = (0, n8n_workflow.ui)(workflow, name, obstacleInMcp, show);
   if (!chosen.ok) {
    const manual = workflow.archived ? void 0 : manualTrigger(workflow, name, tool);
    return manual ? (0, result.ok)(manual) : chosen;
   }
   const others = (workflow.published ?? []).filter(trigger => !trigger.disabled && !obstacleInMcp(trigger));
   if (tool.takesName || others.length === 1) return chosen;
   return (0, result.g)({
    message: (0, safe.cv)`${(0, n8n_workflow.Wy)(workflow, show)} has several triggers, and this n8n's MCP server does not let the caller choose one.`,
    hint: (0, safe.cv)`Update n8n to 2.37 or later, or disable the others and publish.`
   });
  }
  function manualTrigger({draft: draft}, name, tool) {
   const enabled = draft.filter(({disabled: disabled}) => !disabled);
   const [one, another] = enabled.filter(trigger => trigger.kind === "Manual" && (name === void 0 || trigger.name === name));
   if (!one || another || !tool.takesMode) return;
   return name !== void 0 || !enabled.some(({kind: kind}) => IN_PRODUCTION.includes(kind)) ? one : void 0;
  }
  function obstacleInMcp({kind: kind}) {
   if (IN_PRODUCTION.includes(kind)) return;
   if (kind === "Manual") return {
    message: (0, safe.cv)`is for manual runs of the draft`,
    hint: (0, safe.cv)`Name it in trigger-node to run the draft, or add a Webhook or Schedule trigger and publish.`
   };
   return {
    message: (0, safe.cv)`cannot be run by n8n's MCP server`,
    hint: (0, safe.cv)`Add a Webhook node and publish.`
   };
  }
  function presumedTrigger(name, kind, method) {
   const parameters = {
    httpMethod: method,
    formFields: "="
   };
   return {
    kind: kind,
    name: name,
    typeVersion: 1,
    disabled: false,
    webhookId: void 0,
    parameters: parameters
   };
  }
  function corrected({tool: tool, trigger: trigger}, refusal) {
   const isTypeRefused = tool.takesType && /unrecognized[ _]key.{0,200}?["']type["']/is.test(refusal);
   const isNameWanted = !tool.takesName && /\btriggerNodeName\b/.test(refusal);
   if (isTypeRefused || isNameWanted) return {
    tool: {
     ...tool,
     takesType: false,
     takesName: true
    },
    trigger: trigger
   };
   const kind = kindWanted(refusal);
   return kind === void 0 || kind === trigger.kind ? void 0 : {
    tool: tool,
    trigger: {
     ...trigger,
     kind: kind
    }
   };
  }
  function kindWanted(refusal) {
   if (!refusal.startsWith("Trigger node ")) return;
   if (/cannot be used in production mode/.test(refusal)) return "Manual";
   if (/does not accept inputs/.test(refusal)) return "Schedule";
   const member = /requires inputs matching \{ (\w+):/.exec(refusal)?.[1] ?? "";
   return KIND_OF_INPUT.get(member);
  }
  const KIND_OF_INPUT = new Map([ [ "webhookData", "Webhook" ], [ "formData", "Form" ], [ "chatInput", "Chat" ] ]);
  var request_payload = __webpack_require__(2956);
  var problem = __webpack_require__(9093);
  // CONCATENATED MODULE: ./build/routes/dropped-context.js
  function warnOfDroppedContext({inputs: inputs, host: host}, sent, node) {
   if (sent !== "GET" && sent !== "HEAD" || inputs.method === sent || inputs.payload.source !== "context") return;
   host.log.warning((0, safe.cv)`${node} listens to ${host.show(sent)}, which carries no body, so the workflow gets no payload. Set its HTTP Method to POST and publish; or set method to ${host.show(sent)}, if it needs none.`, (0, 
   safe.cv)`The n8n workflow gets no payload`);
  }
  var routes_outcome = __webpack_require__(2075);
  var send = __webpack_require__(2645);
  // CONCATENATED MODULE: ./build/routes/mcp.js
  async function callMcpServer(step, target, mcp) {
   const {host: host} = step;
   const {workflowId: workflowId, triggerNode: triggerNode} = target;
   const [listed, details] = await Promise.all([ mcp.tools(), mcp.read("get_workflow_details", {
    workflowId: workflowId
   }, {
    signal: host.cancelled
   }) ]);
   if (!listed.ok) return (0, routes_outcome.a6)("mcp", (0, verdict_api.Bt)(listed.error));
   const schema = listed.value.get("execute_workflow");
   if (!schema) {
    const message = (0, safe.cv)`n8n's MCP server offers this token no tool that runs workflows.`;
    const hint = (0, safe.cv)`Update n8n, or create a new token: n8n, Settings, Instance-level MCP.`;
    return (0, routes_outcome.eE)("mcp", {
     row: "mcp-no-tool",
     message: message,
     hint: hint
    });
   }
   const tool = toExecuteTool(schema);
   if (!details.ok) {
    if (!isToolBroken(details.error)) return (0, routes_outcome.a6)("mcp", (0, verdict_api.Bt)(details.error));
    return callUndescribed(step, target, tool, mcp, details.error.message);
   }
   const workflow = workflowFromDetails(details.value);
   const workflowName = host.show(workflow.name, 80);
   const chosen = chooseMcpTrigger(workflow, triggerNode, tool, host.show);
   if (!chosen.ok) return (0, routes_outcome.eE)("mcp", {
    row: "no-trigger",
    ...chosen.error
   }, workflowName);
   const trigger = chosen.value;
   const draft = trigger.kind === "Manual" ? (0, safe.cv)`, which runs the draft` : safe.K$;
   const label = (0, n8n_workflow.eZ)([ trigger ], host.show);
   host.log.info((0, safe.cv)`Workflow "${workflowName}": ${label}${draft}`);
   if (trigger.kind === "Webhook") warnOfDroppedContext(step, (0, triggers.rY)(trigger, step.inputs.method), label);
   return {
    ...await execute(step, target, {
     tool: tool,
     trigger: trigger
    }, mcp),
    workflowName: workflowName
   };
  }
  function isToolBroken({code: code, status: status}) {
   return code === "mcp-refused" || code === "mcp-unreadable" || code === "api-refused" || status === 500;
  }
  async function callUndescribed(step, target, tool, mcp, reason) {
   const {host: host, inputs: inputs} = step;
   const {triggerNode: triggerNode} = target;
   if (triggerNode === void 0 || !tool.takesName) {
    const message = (0, safe.cv)`n8n's tool get_workflow_details failed, so the workflow's triggers are not known: ${reason}`;
    const hint = tool.takesName ? (0, safe.cv)`Give the trigger's name in trigger-node: with it, the action runs the workflow without that tool.` : (0, 
    safe.cv)`Update n8n, or use an API key as secret-key (route webhook).`;
    return (0, routes_outcome.eE)("mcp", {
     row: "mcp-refused",
     message: message,
     hint: hint
    });
   }
   host.log.info((0, safe.cv)`n8n's tool get_workflow_details failed: running "${host.show(triggerNode, 60)}" without it.`);
   const kind = inputs.payload.source === "context" ? "Schedule" : "Webhook";
   return execute(step, target, {
    tool: tool,
    trigger: presumedTrigger(triggerNode, kind, inputs.method)
   }, mcp);
  }
  const MOST_CORRECTIONS = 2;
  async function execute(step, target, call, mcp) {
   const {host: host, inputs: inputs} = step;
   let {tool: tool, trigger: trigger} = call;
   let sentBefore = 0;
   for (let corrections = 0; ;corrections += 1) {
    const data = await dataFor(trigger, step);
    if (!data.ok) return {
     ...(0, routes_outcome.eE)("mcp", (0, routes_outcome.Ri)(data.error)),
     attempts: sentBefore
    };
    const request = mcp.toolCall("execute_workflow", argumentsOf({
     tool: tool,
     trigger: trigger
    }, target.workflowId, data.value));
    const headers = {
     ...Object.fromEntries(inputs.headers),
     ...request.headers
    };
    const sent = await (0, send.j)(step, {
     route: "mcp",
     request: {
      ...request,
      headers: headers
     },
     credentials: [ "secret-key" ],
     addressInput: mcp.addressInput,
     sentBefore: sentBefore
    });
    const refusal = corrections < MOST_CORRECTIONS ? refusalIn(sent) : void 0;
    const next = refusal === void 0 ? void 0 : corrected({
     tool: tool,
     trigger: trigger
    }, refusal);
    if (!next) return withResult(sent, target.workflowId);
    host.log.info((0, safe.cv)`n8n's MCP server expects different arguments: ${host.show(refusal ?? "")}`);
    ({tool: tool, trigger: trigger} = next);
    sentBefore = sent.attempts;
   }
  }
  function argumentsOf({tool: tool, trigger: trigger}, workflowId, data) {
   return {
    workflowId: workflowId,
    ...tool.takesMode ? {
     executionMode: trigger.kind === "Manual" ? "manual" : "production"
    } : {},
    ...tool.takesName ? {
     triggerNodeName: trigger.name
    } : {},
    ...data ? {
     inputs: tool.takesType ? {
      type: trigger.kind.toLowerCase(),
      ...data
     } : data
    } : {}
   };
  }
  function refusalIn({verdict: verdict, exchange: exchange}) {
   if (verdict.ran !== "no" || exchange?.kind !== "reply") return;
   const answer = (0, mcp_message.JN)(exchange.body.start.toString("utf8"));
   return answer?.ok ? (0, json.ws)(answer.value["error"]) || void 0 : answer?.error.message;
  }
  async function dataFor(trigger, {inputs: inputs, identity: identity, host: host}) {
   const {payload: payload} = inputs;
   const data = "data" in payload ? payload.data : null;
   switch (trigger.kind) {
   case "Webhook":
    {
     const method = (0, triggers.rY)(trigger, inputs.method);
     const encoded = await (0, request_payload.vy)(payload, method, "application/json");
     if (!encoded.ok) return (0, result.g)([ (0, problem.QN)(encoded.error, host.show) ]);
     const {query: query, body: body} = encoded.value;
     if (body && !(0, json.jh)(data)) return (0, result.g)([ (0, safe.cv)`payload: n8n's MCP server accepts a map, not a list.` ]);
     const given = inputs.headers.map(([name, value]) => [ name.toLowerCase(), value ]);
     const headers = {
      "content-type": "application/json",
      ...identity,
      ...Object.fromEntries(given)
     };
     const sent = {
      query: Object.fromEntries(query),
      headers: headers,
      body: body && (0, json.jh)(data) ? data : {}
     };
     return (0, result.ok)({
      webhookData: {
       method: method,
       ...sent
      }
     });
    }

   case "Form":
    {
     const fields = (0, n8n_form.qU)(trigger);
     if (!fields && (0, json.jh)(data)) return (0, result.ok)({
      formData: data
     });
     const filled = (0, n8n_form.yJ)(fields ?? [], data, payload.source !== "context", host.show);
     if (!filled.ok) return filled;
     const required = (0, n8n_form.p$)(fields ?? [], [], host.show);
     if (!required.ok) {
      const instead = (0, safe.cv)`files: n8n's MCP server accepts none. Use an API key as secret-key (route webhook).`;
      return (0, result.g)([ ...required.error, instead ]);
     }
     return (0, result.ok)({
      formData: (0, n8n_form.ZN)(filled.value)
     });
    }

   case "Chat":
    {
     const message = chatMessage(data, host.randomUUID);
     return message.ok ? (0, result.ok)({
      chatInput: message.value["chatInput"] ?? ""
     }) : message;
    }

   default:
    if (payload.source === "context") return (0, result.ok)(void 0);
    return (0, result.g)([ (0, safe.cv)`payload: ${(0, n8n_workflow.eZ)([ trigger ], host.show)} accepts none. Leave it out, or name another trigger in trigger-node.` ]);
   }
  }
  function withResult(outcome, workflowId) {
   const {exchange: exchange} = outcome;
   if (exchange?.kind !== "reply") return outcome;
   const answer = (0, mcp_message.JN)(exchange.body.start.toString("utf8"));
   if (!answer?.ok) return outcome;
   const text = (0, json.jj)(answer.value);
   const start = Buffer.from(text ?? "");
   const headers = {
    ...exchange.headers,
    "content-type": "application/json"
   };
   const body = {
    start: start,
    size: start.length,
    file: void 0
   };
   const unwrapped = text === void 0 ? exchange : {
    ...exchange,
    headers: headers,
    body: body
   };
   const id = outcome.verdict.ran === "yes" ? (0, execution_id.t)(answer.value["executionId"]) : void 0;
   const execution = id === void 0 ? void 0 : {
    id: id,
    workflowId: workflowId,
    status: "unknown"
   };
   return {
    ...outcome,
    exchange: unwrapped,
    execution: execution
   };
  }
  var hide_webhook = __webpack_require__(4319);
  // CONCATENATED MODULE: ./build/routes/start.js
  async function callStartEndpoint(step, target, instance, isMissing) {
   const {payload: payload, contentType: contentType, headers: headers} = step.inputs;
   const encoded = await (0, request_payload.vy)(payload, "POST", contentType);
   if (!encoded.ok) return (0, routes_outcome.eE)("start", (0, routes_outcome.Ri)([ (0, 
   problem.QN)(encoded.error, step.host.show) ]));
   const url = new URL(`${target.base}/api/v1/workflow/${target.workflowId}/start`);
   if (target.isGateway) (0, hide_webhook.y)(step, url);
   return (0, send.j)(step, {
    route: "start",
    request: {
     method: "POST",
     url: url,
     headers: {
      ...Object.fromEntries(headers),
      ...(0, client.H)({
       ...instance,
       ...target.isGateway && {
        headers: []
       },
       credentials: target.credentials
      })
     },
     body: encoded.value.body
    },
    credentials: [ "secret-key" ],
    addressInput: "url",
    isMissing: isMissing
   });
  }
  var auth = __webpack_require__(4834);
  // CONCATENATED MODULE: ./build/request/missing-credentials.js
  function findMissingCredentials(authentication, given, urlCredentials) {
   const {headers: headers, basicAuth: basicAuth, jwt: jwt} = given;
   const authorized = (0, auth.ou)(headers, "authorization") || basicAuth !== void 0 || urlCredentials !== void 0;
   switch (authentication) {
   case "basicAuth":
    if (authorized || (0, auth.ou)(headers, "x-auth-token")) return;
    return {
     wants: (0, safe.cv)`Basic Auth`,
     hint: (0, safe.cv)`Set basic-auth to user:password, as in its credential.`
    };

   case "headerAuth":
    if (headers.length > 0 || authorized || jwt) return;
    return {
     wants: (0, safe.cv)`Header Auth`,
     hint: (0, safe.cv)`Put the name and value of its credential in headers.`
    };

   case "jwtAuth":
    if (jwt || (0, auth.ou)(headers, "authorization")) return;
    return {
     wants: (0, safe.cv)`JWT Auth`,
     hint: (0, safe.cv)`Set jwt-secret to the passphrase or private key of its credential.`
    };

   case "n8nOAuth2":
    if ((0, auth.ou)(headers, "authorization")) return;
    return {
     wants: (0, safe.cv)`n8n User Auth`,
     hint: (0, safe.cv)`Put "Authorization: Bearer \u2026" in headers.`
    };

   default:
    return;
   }
  }
  var webhook_url = __webpack_require__(9318);
  // CONCATENATED MODULE: ./build/routes/webhook.js
  async function callWorkflowTrigger(step, target, read) {
   if (!read.ok) return (0, routes_outcome.a6)("webhook", (0, verdict_api.Bt)(read.error));
   const webhooks = (0, address.U)(target.webhookBase, (0, address.hR)(new URL(target.base)) ?? target.base);
   const {inputs: inputs, host: host} = step;
   const found = (0, triggers.Ob)(read.value, webhooks, target.triggerNode, host.show);
   if (!found.ok) return (0, routes_outcome.eE)("webhook", {
    row: "no-trigger",
    ...found.error
   });
   const {workflowName: name, node: node} = found.value;
   const prepared = await requestFor(found.value, step);
   if (!prepared.ok) return (0, routes_outcome.eE)("webhook", prepared.error, host.show(name, 80));
   const request = prepared.value;
   (0, hide_webhook.y)(step, request.url);
   const workflowName = host.show(name, 80);
   const kind = node.kind === "Webhook" ? (0, safe.cv)`Webhook node` : (0, safe.cv)`${(0, 
   safe.Vm)(node.kind)} trigger`;
   const label = (0, safe.cv)`${kind} "${host.show(node.name, 60)}"`;
   host.log.info((0, safe.cv)`Workflow "${workflowName}": ${label}`);
   const credentials = request.url.origin === new URL(target.base).origin ? target.credentials : void 0;
   const missing = findMissingCredentials((0, json.b6)(node.parameters["authentication"]), inputs, credentials);
   if (missing) {
    const message = (0, safe.cv)`The ${label} requires ${missing.wants}, and no credentials were given for it.`;
    return (0, routes_outcome.eE)("webhook", {
     row: "no-credentials",
     message: message,
     hint: missing.hint
    }, workflowName);
   }
   warnOfDroppedContext(step, request.method, (0, safe.cv)`The ${label}`);
   const outcome = await (0, webhook_url.g)(step, request, credentials, (0, inputs_target.uO)(target));
   return {
    ...outcome,
    workflowName: workflowName
   };
  }
  async function requestFor({node: node, address: address}, {inputs: inputs, host: host}) {
   const {payload: payload, contentType: contentType} = inputs;
   const data = "data" in payload ? payload.data : null;
   const files = payload.source === "files" ? payload.files : [];
   switch (node.kind) {
   case "Form":
    {
     const fields = (0, n8n_form.qU)(node) ?? [];
     const filled = (0, n8n_form.yJ)(fields, data, !(0, request_payload.aE)(payload), host.show);
     const attached = (0, n8n_form.p$)(fields, files, host.show);
     if (filled.ok && attached.ok) return (0, result.ok)(posted(address, (0, n8n_form.bQ)(filled.value, attached.value)));
     return (0, result.g)((0, routes_outcome.Ri)([ filled, attached ].flatMap(part => part.ok ? [] : part.error)));
    }

   case "Chat":
    {
     if (files.length > 0) return (0, result.g)((0, routes_outcome.Ri)([ (0, safe.cv)`files: the action cannot send files to a Chat trigger. Use a Webhook node.` ]));
     const message = chatMessage(data, host.randomUUID);
     return message.ok ? (0, result.ok)(posted(address, (0, body.J9)(message.value))) : (0, 
     result.g)((0, routes_outcome.Ri)(message.error));
    }

   default:
    {
     const url = (0, triggers.dN)(address, data, host.show);
     if (!url.ok) return (0, result.g)({
      row: "no-trigger",
      ...url.error
     });
     const method = (0, triggers.rY)(node, inputs.method);
     const encoded = await (0, request_payload.vy)(payload, method, contentType);
     if (!encoded.ok) return (0, result.g)((0, routes_outcome.Ri)([ (0, problem.QN)(encoded.error, host.show) ]));
     return (0, result.ok)({
      url: url.value,
      method: method,
      encoded: encoded.value
     });
    }
   }
  }
  function posted(address, body) {
   return {
    url: new URL(address),
    method: "POST",
    encoded: {
     query: new URLSearchParams,
     body: body
    }
   };
  }
  // CONCATENATED MODULE: ./build/routes/choose.js
  async function trigger(step, instance, api, mcp) {
   const {target: target} = step.inputs;
   if (target.mode === "webhook") return (0, webhook_url.P)(step, target);
   const byWebhook = async () => callWorkflowTrigger(step, target, await readWorkflow(api, target.workflowId, {
    signal: step.host.cancelled
   }));
   switch ((0, inputs_target.Wv)(target, step.inputs.contentType)) {
   case "start":
    return callStartEndpoint(step, target, instance);

   case "webhook":
    return byWebhook();

   case "mcp":
    return callMcpServer(step, target, mcp);

   case void 0:
    return findRoute(step, target, api, instance);
   }
  }
  async function findRoute(step, target, api, instance) {
   const startAnswered = new AbortController;
   const signal = AbortSignal.any([ startAnswered.signal, step.host.cancelled ]);
   const reading = readWorkflow(api, target.workflowId, {
    signal: signal
   });
   const isMissing = ({row: row}) => row === "no-start-endpoint";
   const started = await callStartEndpoint(step, target, instance, isMissing);
   if (isMissing(started.verdict)) return callWorkflowTrigger(step, target, await reading);
   startAnswered.abort();
   await reading;
   return started;
  }
  var host_deadline = __webpack_require__(7083);
  // CONCATENATED MODULE: ./build/n8n-api/poll.js
  const SIGN_OF_LIFE_MS = 25e3;
  const SHORTEST_PAUSE_MS = 120;
  const YOUNG = {
   untilMs: 6e5,
   pauseMs: 800
  };
  const OLD_PAUSE_MS = 4500;
  const USUAL = {
   share: .9,
   pauseMs: 5e3
  };
  const WAITING_PAUSE_MS = 25e3;
  const FAR_FUTURE = Date.UTC(2999, 0, 1);
  const GONE = {
   looks: 3,
   pauseMs: 1e3
  };
  function pauseAfter(followedMs, elapsedMs, usualMs, untilMs) {
   if (untilMs !== void 0 && untilMs > 0) return Math.min(Math.max(untilMs, SHORTEST_PAUSE_MS), WAITING_PAUSE_MS);
   const quietMs = usualMs === void 0 ? 0 : usualMs * USUAL.share - elapsedMs;
   if (quietMs > 0) {
    const pauseMs = Math.min(Math.max(followedMs / 10, SHORTEST_PAUSE_MS), USUAL.pauseMs);
    return Math.min(pauseMs, Math.max(quietMs, SHORTEST_PAUSE_MS));
   }
   if (followedMs >= YOUNG.untilMs) return OLD_PAUSE_MS;
   return Math.min(Math.max(followedMs / 20, SHORTEST_PAUSE_MS), YOUNG.pauseMs);
  }
  async function followExecution(executions, start, {clock: clock, since: since, deadline: deadline, usualMs: usualMs, onStatus: onStatus, onReadFailure: onReadFailure}) {
   const began = clock.monotonic();
   let execution = start;
   let loggedAt = Number.NEGATIVE_INFINITY;
   let readFailure;
   let missing = 0;
   const log = changed => {
    const elapsedMs = clock.monotonic() - since;
    if (!changed && elapsedMs - loggedAt < SIGN_OF_LIFE_MS) return;
    loggedAt = elapsedMs;
    onStatus(execution, elapsedMs, changed);
   };
   log(true);
   while (!(0, n8n_execution.dR)(execution.status)) {
    if (deadline.leftMs() <= 0) return {
     end: "timeout",
     execution: execution,
     readFailure: readFailure
    };
    const now = clock.monotonic();
    const pauseMs = pauseAfter(now - began, now - since, usualMs, waitsFor(execution, clock));
    await deadline.sleep(Math.max(missing > 0 ? GONE.pauseMs : pauseMs, executions.minPauseMs));
    if (deadline.isCancelled()) return {
     end: "cancelled",
     execution: execution
    };
    const read = await readStatus(executions, execution, missing + 1 >= GONE.looks, deadline);
    if (deadline.isCancelled()) return {
     end: "cancelled",
     execution: execution
    };
    if (read === "gone") return {
     end: "gone",
     execution: execution
    };
    if (!read.ok) {
     missing = (0, api_failure.ST)(read.error) ? missing + 1 : 0;
     if (missing === 0) {
      if (readFailure === void 0) onReadFailure(read.error.message);
      readFailure = read.error.message;
     }
     log(false);
     continue;
    }
    readFailure = void 0;
    missing = 0;
    const changed = read.value.status !== execution.status;
    execution = read.value;
    log(changed);
   }
   return {
    end: "ended",
    execution: execution
   };
  }
  async function readStatus(executions, execution, isLastLook, deadline) {
   const options = {
    retries: 0,
    deadline: deadline
   };
   const read = await executions.read(execution.id, false, options);
   if (read.ok) return (0, result.ok)(read.value.execution);
   const isMissing = (0, api_failure.ST)(read.error);
   if (!(isMissing && isLastLook) && read.error.status !== 500) return (0, result.g)(read.error);
   const listed = await executions.listed(execution, options);
   if (!listed.ok) return (0, result.g)({
    ...listed.error,
    code: isMissing ? "api-not-there" : listed.error.code
   });
   if (listed.value) return (0, result.ok)(listed.value);
   return isMissing ? "gone" : (0, result.g)(read.error);
  }
  function waitsFor({status: status, waitTill: waitTill}, clock) {
   return status === "waiting" && waitTill !== void 0 && waitTill < FAR_FUTURE ? waitTill - clock.now() : void 0;
  }
  var format = __webpack_require__(3387);
  // CONCATENATED MODULE: ./build/verdict/execution.js
  const NO_SUCCESS = {
   success: false,
   ran: "yes"
  };
  function settle(verdict, ending, page, waitMs, show) {
   const {execution: execution} = ending;
   const see = page === void 0 ? safe.K$ : (0, safe.cv)`See ${show(page, 500)}`;
   const id = show(execution.id);
   const status = show(execution.status);
   switch (ending.end) {
   case "ended":
    return execution.status === "success" ? succeeded(verdict, id) : failed(execution, ending.result, see, show);

   case "gone":
    return gone(verdict, id, ending.saves, see);

   case "timeout":
    {
     const message = ending.readFailure === void 0 ? (0, safe.cv)`Stopped waiting: execution ${id} is still ${status} after ${(0, 
     format.a3)(waitMs)}, and continues in n8n.` : (0, safe.cv)`Stopped waiting: execution ${id} was ${status} when last seen, and its status after ${(0, 
     format.a3)(waitMs)} is unknown: ${ending.readFailure}`;
     const hint = (0, safe.fj)([ (0, safe.cv)`Raise wait-timeout if it may take longer.`, see ]);
     return {
      ...NO_SUCCESS,
      row: "execution-timeout",
      claim: "stopped waiting",
      message: message,
      hint: hint
     };
    }

   case "cancelled":
    {
     const message = (0, safe.cv)`The step was cancelled; execution ${id} ${outcomeOfStop(ending.stopped, execution, show)}.`;
     return {
      ...NO_SUCCESS,
      row: "cancelled",
      claim: "cancelled",
      message: message,
      hint: (0, safe.fj)([ hintOn(ending.stopped), see ])
     };
    }
   }
  }
  function gone(verdict, id, saves, see) {
   const label = (0, safe.cv)`Execution ${id}`;
   if (saves?.successes === "yes" && saves.failures === "no") {
    const message = (0, safe.cv)`${label} failed or was canceled: it is gone, and its workflow's settings save successful executions but not failed ones.`;
    const hint = (0, safe.fj)([ (0, safe.cv)`To see why, turn on saving failed executions in the workflow's settings.`, see ]);
    return {
     ...NO_SUCCESS,
     row: "execution-error",
     claim: "no success",
     message: message,
     hint: hint
    };
   }
   if (saves?.successes === "no" && saves.failures === "yes") {
    const ended = succeeded(verdict, id);
    if (!ended.success) return ended;
    const message = (0, safe.cv)`${label} succeeded: it is gone, and its workflow's settings save failed executions but not successful ones.`;
    const hint = (0, safe.cv)`Its data is not saved. To get it, turn on saving successful executions in the workflow's settings.`;
    return {
     row: "execution-not-saved",
     success: true,
     ran: "yes",
     message: message,
     hint: hint
    };
   }
   if (saves?.successes === "yes" && saves.failures === "yes") {
    const hint = (0, safe.cv)`A person deleted it, or n8n did to make room (EXECUTIONS_DATA_MAX_AGE, EXECUTIONS_DATA_PRUNE_MAX_COUNT).`;
    return notSaved(verdict, (0, safe.cv)`${label} was deleted while the step followed it`, hint);
   }
   return notSaved(verdict, (0, safe.cv)`${label} has ended, and n8n did not save it`);
  }
  const SAVE_HINT = (0, safe.cv)`To see results, turn on saving executions in the workflow's settings.`;
  function notSaved(verdict, message, hint = SAVE_HINT) {
   if (!verdict.success) return verdict;
   return {
    row: "execution-not-saved",
    success: true,
    ran: "yes",
    claim: "result unknown",
    message: (0, safe.cv)`${message}: its result is unknown.`,
    hint: hint
   };
  }
  function outcomeOfStop(stopped, {status: status}, show) {
   if (stopped === "unwanted") return (0, safe.cv)`continues in n8n, because stop-on-cancel is false`;
   if (stopped === "yes") return (0, safe.cv)`was stopped in n8n`;
   return (0, n8n_execution.dR)(status) ? (0, safe.cv)`had already ended (${show(status)})` : (0, 
   safe.cv)`could not be stopped in n8n: ${(0, safe.Qu)(stopped.message)}`;
  }
  function hintOn(stopped) {
   return typeof stopped === "object" && stopped.code === "api-forbidden" ? stopped.hint ?? safe.K$ : safe.K$;
  }
  function succeeded(verdict, id) {
   if (verdict.overruledByExecution) return {
    row: "execution-success",
    success: true,
    ran: "yes",
    message: safe.K$,
    hint: safe.K$
   };
   if (verdict.success || verdict.ran === "yes") return verdict;
   const message = (0, safe.cv)`${verdict.message} It did run, as execution ${id}, and succeeded.`;
   return {
    ...verdict,
    ran: "yes",
    claim: "not accepted",
    message: message
   };
  }
  function failed({id: id, status: status}, result, see, show) {
   const verdict = {
    ...NO_SUCCESS,
    hint: see
   };
   const label = (0, safe.cv)`Execution ${show(id)}`;
   if (status === "canceled") {
    const message = (0, safe.cv)`${label} was canceled in n8n, by a person or by the workflow's timeout.`;
    return {
     ...verdict,
     row: "execution-canceled",
     claim: "canceled",
     message: message
    };
   }
   const hasCrashed = status === "crashed";
   const row = hasCrashed ? "execution-crashed" : "execution-error";
   const how = hasCrashed ? (0, safe.cv)`crashed` : (0, safe.cv)`failed`;
   const error = result?.error;
   if (!error || error.message === "" && hasCrashed) {
    const why = hasCrashed ? (0, safe.cv)`: n8n or its worker went down while it ran` : safe.K$;
    return {
     ...verdict,
     row: row,
     message: (0, safe.cv)`${label} ${how}${why}.`
    };
   }
   const where = error.node === "" ? safe.K$ : (0, safe.cv)` in the node "${show(error.node, 80)}"`;
   const said = error.message || error.description;
   const more = [ "", said ].includes(error.description) ? safe.K$ : (0, safe.cv)` (${show(error.description)})`;
   const what = said === "" ? (0, safe.cv)`.` : (0, safe.cv)`: ${show(said, 300)}${more}`;
   return {
    ...verdict,
    row: row,
    message: (0, safe.cv)`${label} ${how}${where}${what}`
   };
  }
  var verdict_verdict = __webpack_require__(8579);
  // CONCATENATED MODULE: ./build/follow/cancel.js
  const LAST_SEARCH_MS = 1500;
  const LAST_REQUEST_MS = 2e3;
  const LAST_READ_MS = 800;
  async function findLate({executions: executions, call: call, ruledOut: ruledOut, host: host}) {
   if (call.resumes !== void 0) return;
   const {clock: clock} = host;
   const deadline = lastDeadline(LAST_SEARCH_MS, clock);
   const search = await executions.find(call, {
    clock: clock,
    searchMs: LAST_SEARCH_MS,
    deadline: deadline,
    ruledOut: ruledOut
   });
   return search.end === "found" ? search.execution : void 0;
  }
  async function stop(execution, {executions: executions, inputs: inputs, host: {clock: clock}}) {
   const end = "cancelled";
   if (!inputs.stopOnCancel) return {
    end: end,
    execution: execution,
    stopped: "unwanted"
   };
   const stopped = await executions.stop(execution.id, {
    retries: 0,
    deadline: lastDeadline(LAST_REQUEST_MS, clock)
   });
   if (stopped.ok) return {
    end: end,
    execution: {
     ...execution,
     status: "canceled"
    },
    stopped: "yes"
   };
   const read = await executions.read(execution.id, false, {
    retries: 0,
    deadline: lastDeadline(LAST_READ_MS, clock)
   });
   return {
    end: end,
    execution: read.ok ? read.value.execution : execution,
    stopped: stopped.error
   };
  }
  function lastDeadline(ms, clock) {
   return (0, host_deadline.d)(ms, clock, (new AbortController).signal);
  }
  function cancelledUnseen({ran: ran}) {
   const message = (0, safe.cv)`The step was cancelled, and the execution was not found in the time left.`;
   return (0, verdict_verdict.F0)("cancelled", ran, message, (0, safe.cv)`Look at the executions in n8n: it may still be running.`);
  }
  var named_execution = __webpack_require__(1338);
  // CONCATENATED MODULE: ./build/follow/locate.js
  const FIRST_SEARCH_MS = 2e3;
  const SEARCH_MS = 15e3;
  const NAMED_PAUSE_MS = 1e3;
  const MOST_UNCLEAR_LOOKS = 3;
  async function locate(outcome, following, deadline) {
   const {executions: executions, call: call, ruledOut: ruledOut, host: host} = following;
   const look = (searchMs, within = deadline) => executions.find(call, {
    clock: host.clock,
    searchMs: searchMs,
    deadline: within,
    ruledOut: ruledOut
   });
   const certain = certainExecution(outcome, call);
   if (certain) {
    const isSure = outcome.execution !== void 0 || !(0, address.CW)(call.url);
    const own = isSure ? void 0 : await look(FIRST_SEARCH_MS, deadline.within(FIRST_SEARCH_MS));
    return own?.end === "found" || own?.end === "cancelled" ? own : {
     end: "found",
     execution: certain
    };
   }
   const named = await readNamed(outcome, following, deadline);
   if (named) {
    const isSure = call.workflowId !== void 0 || call.route === "start";
    const first = isSure ? void 0 : await look(FIRST_SEARCH_MS, deadline.within(FIRST_SEARCH_MS));
    const isEarlier = first?.end === "found" && Number(first.execution.id) < Number(named.id);
    return {
     end: "found",
     execution: isEarlier ? first.execution : named
    };
   }
   const learnSaves = async () => outcome.verdict.success ? executions.savesSuccesses(call, deadline) : "unknown";
   const first = await look(FIRST_SEARCH_MS);
   if (first.end !== "absent") return first;
   const saves = await learnSaves();
   if (saves === "no" || deadline.leftMs() <= 0) return {
    end: "absent",
    saves: saves
   };
   const second = await look(SEARCH_MS - FIRST_SEARCH_MS);
   return second.end === "absent" ? {
    end: "absent",
    saves: await learnSaves()
   } : second;
  }
  function certainExecution({execution: execution}, call) {
   const id = execution?.id ?? call.resumes;
   if (id === void 0) return;
   const status = execution === void 0 || execution.status === "unknown" ? "new" : execution.status;
   return {
    id: id,
    status: status,
    storesTraces: false,
    workflowId: execution?.workflowId ?? call.workflowId
   };
  }
  async function readNamed(outcome, following, deadline) {
   const id = (0, named_execution.R)(outcome);
   if (id === void 0) return;
   const {executions: executions, ruledOut: ruledOut, host: host} = following;
   let unclear = 0;
   for (;;) {
    const read = await executions.read(id, false, {
     retries: 0,
     deadline: deadline
    });
    if (read.ok) {
     const isOwn = await isOwnExecution(read.value, following, deadline);
     if (isOwn === "yes") return read.value.execution;
     unclear += 1;
     if (isOwn === "no" || unclear > MOST_UNCLEAR_LOOKS) {
      const name = host.show(id, 20);
      ruledOut.add(Number(id));
      host.log.info((0, safe.cv)`The reply names execution ${name}, which may not be this call's: looking for the right one.`);
      return;
     }
    } else if (!read.error.transient) {
     if ((0, api_failure.ST)(read.error)) ruledOut.add(Number(id));
     return;
    }
    if (deadline.isCancelled() || deadline.leftMs() <= 0) return;
    await deadline.sleep(NAMED_PAUSE_MS);
   }
  }
  async function isOwnExecution({execution: execution, data: data}, {executions: executions, call: call, inputs: inputs}, deadline) {
   const {id: id, workflowId: workflowId, storesTraces: storesTraces, status: status} = execution;
   if (call.route === "start" && workflowId === inputs.workflowId) {
    const listed = {
     id: Number(id),
     startedAt: (0, n8n_execution.Q$)(data["startedAt"])
    };
    return isOlder(listed, call, mayHaveStartedFrom(call, [])) ? "no" : "yes";
   }
   if (call.workflowId !== void 0 && workflowId !== call.workflowId) return "no";
   if (hasOurTrace(execution, call)) return "yes";
   const read = await executions.read(id, true, {
    retries: 0,
    deadline: deadline
   });
   if (!read.ok) return "unclear";
   const received = (0, n8n_execution.xz)(read.value.data);
   if (received) return hasOurHeaders(received, call) ? "yes" : "no";
   return storesTraces || (0, n8n_execution.dR)(status) || (0, n8n_execution.vX)(read.value.data) ? "no" : "unclear";
  }
  // CONCATENATED MODULE: ./build/follow/not-found.js
  function notFound(verdict, search, {workflowId: workflowId}, waitMs) {
   const unknown = {
    success: false,
    ran: "yes",
    claim: "result unknown"
   };
   if (search.end === "unreachable") {
    const message = (0, safe.cv)`The execution could not be read from n8n's API: its result is unknown.`;
    const why = search.failure ? (0, safe.cv)`${(0, api_failure.CV)(search.failure)}. ` : safe.K$;
    return {
     ...unknown,
     row: "execution-unreachable",
     message: message,
     hint: (0, safe.cv)`${why}Look at the executions in n8n.`
    };
   }
   if (search.end === "undecided") {
    const message = (0, safe.cv)`The execution was not found, except for one that may belong to another call: n8n does not show what started it. The result is unknown.`;
    return {
     ...unknown,
     row: "execution-absent",
     message: message,
     hint: (0, safe.cv)`Look at the executions in n8n.`
    };
   }
   const {saves: saves} = search;
   if (saves === "no") return notSaved(verdict, (0, safe.cv)`The execution was not found, because the settings of its workflow do not save it`);
   if (saves === "seemingly-not") return notSaved(verdict, (0, safe.cv)`The execution was not found: n8n does not appear to save successful executions (EXECUTIONS_DATA_SAVE_ON_SUCCESS)`);
   const narrow = workflowId === void 0 && saves === "unknown" ? (0, safe.cv)` With workflow-id, the action can tell which of these it is.` : safe.K$;
   return {
    ...unknown,
    row: "execution-absent",
    message: (0, safe.cv)`The execution was not found within ${(0, format.a3)(Math.min(SEARCH_MS, waitMs))}: its result is unknown.`,
    hint: (0, safe.cv)`Check that the key's owner may see the workflow, that its settings save executions, and that no proxy removes the headers traceparent and idempotency-key.${narrow} n8n before 2.39 does not list an execution while it waits (a Wait node, an approval): let the reply name it, in a member executionId.`
   };
  }
  // CONCATENATED MODULE: ./build/follow/follow.js
  const GLANCE_MS = 5e3;
  const LAST_ANSWER_MS = 2e3;
  const RESULT_MS = 5e3;
  const RESULT_RETRIES = 3;
  async function follow(outcome, executions, inputs, host) {
   const {verdict: verdict, call: call} = outcome;
   const followed = call && mayFollow(verdict, call) && (inputs.wait || verdict.inconclusive) ? await followCall(outcome, {
    executions: executions,
    call: call,
    ruledOut: new Set,
    inputs: inputs,
    host: host
   }) : (0, named_execution.W)(outcome);
   const {execution: execution} = followed;
   if (!execution) return followed;
   return {
    ...followed,
    execution: {
     ...execution,
     url: (0, address.Qe)(executions.base, execution)
    }
   };
  }
  function mayFollow({ran: ran, row: row}, {resumes: resumes}) {
   return ran === "yes" || ran === "maybe" && (resumes === void 0 || row === "aborted");
  }
  async function followCall(outcome, following) {
   const {inputs: inputs, host: host} = following;
   const deadline = (0, host_deadline.d)(waitMsOf(inputs), host.clock, host.cancelled, LAST_ANSWER_MS);
   const isAborted = outcome.verdict.row === "aborted";
   const search = isAborted ? {
    end: "cancelled"
   } : await locate(outcome, following, deadline);
   switch (search.end) {
   case "cancelled":
    return stopUnseen(outcome, following);

   case "found":
    {
     const followed = await watch(search.execution, search.usualMs, following, deadline);
     if (!inputs.wait && followed.end !== "ended") return {
      ...outcome,
      execution: followed.execution
     };
     return concluded(outcome, await endingOf(followed, following, deadline), following);
    }

   default:
    return unfound(outcome, search, following);
   }
  }
  function waitMsOf({wait: wait, waitTimeoutMs: waitTimeoutMs}) {
   return wait ? waitTimeoutMs : GLANCE_MS;
  }
  function watch(execution, usualMs, {executions: executions, call: call, host: host}, deadline) {
   const {clock: clock, log: log, show: show} = host;
   const name = (0, safe.cv)`Execution ${show(execution.id, 20)}`;
   const page = (0, address.Qe)(executions.base, execution);
   log.info(page === void 0 ? name : (0, safe.cv)`${name}: ${show(page, 500)}`);
   return followExecution(executions, execution, {
    clock: clock,
    since: call.since,
    deadline: deadline,
    usualMs: usualMs,
    onStatus: ({status: status}, elapsedMs, changed) => log.info((0, safe.cv)`${name}: ${changed ? safe.K$ : (0, 
    safe.cv)`still `}${show(status)} (${(0, format.a3)(elapsedMs)})`),
    onReadFailure: message => log.info((0, safe.cv)`${message} Still trying.`)
   });
  }
  async function endingOf(followed, following, deadline) {
   const {executions: executions, host: host} = following;
   const {execution: execution} = followed;
   const left = () => (0, host_deadline.d)(Math.max(deadline.leftMs(), RESULT_MS), host.clock, host.cancelled);
   switch (followed.end) {
   case "cancelled":
    return stop(execution, following);

   case "timeout":
    return followed;

   case "gone":
    return {
     ...followed,
     saves: await executions.saving(execution, left())
    };

   case "ended":
    return {
     ...followed,
     result: await readResult(execution, following, left())
    };
   }
  }
  async function readResult({id: id}, {executions: executions, host: {log: log, show: show}}, deadline) {
   const read = await executions.read(id, true, {
    retries: RESULT_RETRIES,
    deadline: deadline
   });
   const label = (0, safe.cv)`The data of execution ${show(id, 20)}`;
   if (!read.ok) {
    log.info((0, safe.cv)`${label} could not be read: ${read.error.message}`);
    return;
   }
   const {data: data} = read.value;
   if (data["dataTooLargeToDisplay"] === true) {
    log.info((0, safe.cv)`${label} could not be read: n8n does not return it, because it is too large.`);
    return;
   }
   if ((0, n8n_execution.vX)(data)) log.info((0, safe.cv)`${label} is left out: n8n redacts it, because of this workflow's settings.`);
   return (0, n8n_execution.X5)(data, show);
  }
  function unfound(outcome, search, {call: call, ruledOut: ruledOut, inputs: inputs, host: host}) {
   const {verdict: verdict} = outcome;
   if (search.end === "unreachable") host.log.info((0, safe.cv)`The execution was not checked: ${(0, 
   api_failure.CV)(search.failure)}.`);
   const named = ruledOut.has(Number((0, named_execution.R)(outcome))) ? outcome : (0, 
   named_execution.W)(outcome);
   if (inputs.wait && verdict.success) return {
    ...named,
    verdict: notFound(verdict, search, call, waitMsOf(inputs))
   };
   const isOpen = verdict.ran === "yes" && verdict.overruledByExecution;
   return isOpen ? {
    ...named,
    verdict: {
     ...verdict,
     claim: "result unknown"
    }
   } : named;
  }
  async function stopUnseen(outcome, following) {
   if (!following.inputs.wait) return outcome;
   const execution = await findLate(following);
   if (!execution) return {
    ...outcome,
    verdict: cancelledUnseen(outcome.verdict)
   };
   return concluded(outcome, await stop(execution, following), following);
  }
  function concluded(outcome, ending, {executions: executions, inputs: inputs, host: host}) {
   const {id: id, workflowId: workflowId} = ending.execution;
   const result = ending.end === "ended" ? ending.result : void 0;
   const page = (0, address.Qe)(executions.base, ending.execution);
   return {
    ...outcome,
    workflowName: outcome.workflowName ?? (result && host.show(result.workflowName, 80)),
    execution: {
     id: id,
     workflowId: workflowId,
     status: statusOf(ending),
     result: result
    },
    verdict: settle(outcome.verdict, ending, page, waitMsOf(inputs), host.show)
   };
  }
  function statusOf(ending) {
   if (ending.end !== "gone") return ending.execution.status;
   return ending.saves?.failures === "yes" && ending.saves.successes === "no" ? "success" : "unknown";
  }
  // CONCATENATED MODULE: ./build/n8n-api/triggered-call.js
  const LARGEST_COMPARED = 1024 * 1024;
  async function sentJson({body: body}) {
   if (!body || body.size > LARGEST_COMPARED || !/^application\/json\b/i.test(body.contentType)) return;
   const pieces = [];
   for await (const piece of body.open()) pieces.push(Buffer.from(piece));
   return (0, json.MR)(Buffer.concat(pieces).toString("utf8"));
  }
  // CONCATENATED MODULE: ./build/n8n-api/rule-out.js
  const MOST_OTHERS = 60;
  async function ruleOut(api, call, workflow, options) {
   if ((0, address.qF)(call.url)) return maybe((0, safe.cv)`n8n may not save executions of a test URL`);
   if (!workflow) return maybe((0, safe.cv)`secret-key has no access to the workflow of this URL`);
   const list = await (0, executions.eX)(api, (0, json.ws)(workflow["id"]), executions.Ir, options, "thorough");
   if (!list.ok) return notAsked(list.error);
   const {successes: successes, failures: failures} = await learnSaving(api, workflow, list.value, options);
   if (successes !== "yes" || failures !== "yes") {
    const what = successes === "yes" ? (0, safe.cv)`failed ` : failures === "yes" ? (0, 
    safe.cv)`successful ` : safe.K$;
    return maybe((0, safe.cv)`n8n may not save ${what}executions of this workflow`);
   }
   const all = await (0, executions.eX)(api, void 0, executions.Ir, options);
   if (!all.ok) return notAsked(all.error);
   const from = mayHaveStartedFrom(call, all.value);
   const others = list.value.filter(row => !isOlder(row, call, from) && !isNotByCall(row, call));
   if (others.length > MOST_OTHERS) return TOO_MANY;
   const sent = await sentJson(call);
   for (const {id: id} of others) {
    const finding = findingOf(String(id), await (0, executions.f3)(api, String(id), true, options), call, sent);
    if (finding) return finding;
   }
   const unlisted = await readUnlisted(api, call, options);
   if (!unlisted) return TOO_MANY;
   for (const read of unlisted.filter(({execution: execution}) => execution.workflowId === workflow["id"])) {
    const finding = findingOf(read.execution.id, (0, result.ok)(read), call, sent);
    if (finding) return finding;
   }
   return {
    ran: "no"
   };
  }
  function findingOf(id, read, call, sent) {
   const mayBe = maybe((0, safe.cv)`execution ${Number(id)} may belong to this call: n8n does not show what started it`);
   if (!read.ok) return mayBe;
   const {execution: execution, data: data} = read.value;
   if (isNotByCall(execution, call)) return;
   const received = (0, n8n_execution.xz)(data);
   if (!received) return mayBe;
   if (hasOurHeaders(received, call)) return {
    ran: "yes",
    execution: execution
   };
   return hasAnotherKey(received, call) || hasAnotherBody(received, sent) ? void 0 : mayBe;
  }
  function notAsked(failure) {
   return maybe((0, api_failure.CV)(failure));
  }
  const TOO_MANY = maybe((0, safe.cv)`too many executions started at that time to identify this one`);
  function maybe(why) {
   return {
    ran: "maybe",
    why: why
   };
  }
  // CONCATENATED MODULE: ./build/follow/lost-reply.js
  const SETTLE_MS = 1e4;
  const RIDE_OUT_MS = 6e4;
  const LOOK_MS = 9e4;
  const RESUMED_PAUSE_MS = 500;
  const RETRIES = 2;
  function lostReplyResolver(inputs, api, host, wasWaiting) {
   return async ({verdict: verdict}, call) => {
    host.log.info((0, safe.cv)`${verdict.message} Checking in n8n whether it ran.`);
    const deadline = (0, host_deadline.d)(LOOK_MS, host.clock, host.cancelled);
    const finding = await (call.resumes === void 0 ? findStarted(call, api, inputs, host.clock, deadline) : findResumed(call.resumes, wasWaiting, api, deadline));
    if (host.cancelled.aborted) {
     const message = (0, safe.cv)`The step was cancelled while checking whether its call had run.`;
     return {
      verdict: (0, verdict_verdict.F0)("aborted", "maybe", message)
     };
    }
    switch (finding.ran) {
    case "yes":
     {
      const message = (0, safe.cv)`${verdict.message} It did run, as execution ${host.show(finding.execution.id)}.`;
      const hint = (0, safe.cv)`Only the reply was lost.`;
      const found = {
       row: "reply-lost",
       success: true,
       ran: "yes",
       inconclusive: true,
       message: message,
       hint: hint
      };
      return {
       verdict: found,
       execution: finding.execution
      };
     }

    case "no":
     {
      const message = (0, safe.cv)`${verdict.message} n8n has no execution of this call.`;
      return {
       verdict: {
        ...verdict,
        ran: "no",
        message: message,
        hint: (0, safe.cv)`Run the step again, or raise retries.`
       }
      };
     }

    case "maybe":
     {
      const hint = (0, safe.cv)`Whether it ran could not be determined, because ${finding.why}. ${verdict.hint}`;
      return {
       verdict: {
        ...verdict,
        hint: hint
       }
      };
     }
    }
   };
  }
  async function findStarted(call, api, inputs, clock, deadline) {
   const options = {
    retries: RETRIES,
    deadline: deadline
   };
   const workflow = await startedWorkflow(call, api, inputs, options);
   const started = (0, json.ws)(workflow?.["id"]) || void 0;
   const limits = {
    clock: clock,
    searchMs: SETTLE_MS,
    deadline: deadline.within(RIDE_OUT_MS),
    ruledOut: new Set
   };
   const search = await findExecution(api, {
    ...call,
    workflowId: call.route === "start" ? void 0 : started
   }, limits);
   if (search.end === "found") return {
    ran: "yes",
    execution: search.execution
   };
   if (search.end === "unreachable") return notAsked(search.failure);
   if (search.end === "cancelled") return notAsked();
   return ruleOut(api, call, workflow ?? await startedWorkflow(call, api, inputs, options), options);
  }
  async function startedWorkflow(call, api, {target: target}, options) {
   if (call.route === "start" && target.mode === "api" && !target.isGateway) {
    const read = await readWorkflow(api, target.workflowId, options);
    return read.ok ? read.value : void 0;
   }
   return workflowAt(api, call, call.workflowId, options);
  }
  const ASK_MS = 5e3;
  async function isWaiting(id, api, {clock: clock, cancelled: cancelled}) {
   const deadline = (0, host_deadline.d)(ASK_MS, clock, cancelled);
   const read = await (0, executions.f3)(api, id, false, {
    retries: 0,
    deadline: deadline
   });
   return read.ok && read.value.execution.status === "waiting";
  }
  async function findResumed(id, wasWaiting, api, deadline) {
   const settled = deadline.within(SETTLE_MS);
   let wasRead = false;
   let failure;
   while (settled.leftMs() > 0 && !settled.isCancelled()) {
    const read = await (0, executions.f3)(api, id, false, {
     retries: 0,
     deadline: settled
    });
    if (read.ok && read.value.execution.status !== "waiting") {
     if (wasWaiting || wasRead) return {
      ran: "yes",
      execution: read.value.execution
     };
     return {
      ran: "maybe",
      why: (0, safe.cv)`n8n did not show that the execution was waiting for it`
     };
    }
    if (read.ok) wasRead = true; else failure = read.error;
    await settled.sleep(RESUMED_PAUSE_MS);
   }
   return wasRead ? {
    ran: "maybe",
    why: (0, safe.cv)`the execution is still waiting, or is waiting again`
   } : notAsked(failure);
  }
  // CONCATENATED MODULE: ./build/follow/trigger-and-follow.js
  async function triggerAndFollowByApi(step) {
   const {inputs: inputs, host: host} = step;
   const {instance: instance, target: target, workflowId: workflowId, wait: wait, timeoutMs: timeoutMs, retries: retries, tls: tls} = inputs;
   if (!instance) throw new Error("no n8n is known");
   const settings = {
    host: host,
    retries: retries,
    timeoutMs: timeoutMs,
    kept: (0, connections.ed)(tls),
    fresh: (0, connections.S0)(tls)
   };
   const [api, mcp] = [ (0, client.u)(instance, settings), mcpServer(instance, settings) ];
   const executions = target.byMcp ? mcpExecutions(mcp, target.workflowId) : apiExecutions(api);
   const [newest, wasWaiting] = await Promise.all([ wait ? executions.checkAccess(target.isGateway ? void 0 : workflowId, {
    signal: host.cancelled
   }) : (0, result.ok)(void 0), target.resumes !== void 0 && isWaiting(target.resumes, api, host) ]);
   if (!newest.ok) {
    const verdict = host.cancelled.aborted ? routes_outcome.yv : (0, verdict_api.Bt)(newest.error);
    return (0, routes_outcome.a6)((0, inputs_target.Wv)(target, inputs.contentType), verdict);
   }
   const lookInto = target.byMcp ? void 0 : lostReplyResolver(inputs, api, host, wasWaiting);
   const outcome = await trigger({
    ...step,
    lookInto: lookInto,
    afterId: newest.value
   }, instance, api, mcp);
   return follow(outcome, executions, inputs, host);
  }
 }),
 7083: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   d: () => deadlineAfter
  });
  const LONGEST_TIMER_MS = 2 ** 31 - 1;
  function deadlineAfter(ms, clock, cancelled, graceMs = 0) {
   const end = clock.monotonic() + ms;
   const leftMs = () => Math.max(0, end - clock.monotonic());
   const timeUp = clock.timeout(Math.min(Math.ceil(ms + graceMs), LONGEST_TIMER_MS));
   const signal = AbortSignal.any([ cancelled, timeUp ]);
   return {
    leftMs: leftMs,
    signal: signal,
    isCancelled: () => cancelled.aborted,
    within: innerMs => {
     const left = leftMs();
     return innerMs >= left ? deadlineAfter(left, clock, cancelled, graceMs) : deadlineAfter(innerMs, clock, cancelled);
    },
    sleep: pauseMs => clock.sleep(Math.min(pauseMs, leftMs()), cancelled)
   };
  }
 })
};