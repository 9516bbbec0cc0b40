"use strict";

exports.id = 314;

exports.ids = [ 314 ];

exports.modules = {
 9314: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   withCondition: () => withCondition
  });
  var _http_received_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7003);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5666);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8753);
  var _verdict_success_when_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9206);
  function withCondition(finished, condition, show) {
   const {outcome: outcome} = finished;
   const {verdict: verdict} = outcome;
   if (!verdict.success) return finished;
   const isAnswered = verdict.ran === "yes" && verdict.claim !== "result unknown";
   const unmet = isAnswered ? (0, _verdict_success_when_js__WEBPACK_IMPORTED_MODULE_2__.Bc)(condition, readableOf(finished), show) : (0, 
   _verdict_success_when_js__WEBPACK_IMPORTED_MODULE_2__.vA)(verdict);
   return unmet ? {
    ...finished,
    outcome: {
     ...outcome,
     verdict: unmet
    }
   } : finished;
  }
  const NO_DATA = (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`there is no data of the execution: it is redacted, not saved, or over 1 MB`);
  function readableOf({outcome: outcome, reply: reply, data: data}) {
   const {exchange: exchange, execution: execution} = outcome;
   const lost = (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`no complete reply came`);
   const known = exchange?.kind === "reply" ? exchange : void 0;
   const items = data.text === void 0 ? void 0 : (0, _text_json_js__WEBPACK_IMPORTED_MODULE_4__.MR)(data.text);
   return {
    status: known ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(known.status) : lost,
    headers: known ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(known.headers) : lost,
    body: known ? bodyOf(known.headers["content-type"] ?? "", known.body.size, reply.text) : lost,
    execution: execution ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(execution) : (0, 
    _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`the execution is not known`),
    data: items === void 0 ? NO_DATA : (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(items)
   };
  }
  function bodyOf(contentType, size, text) {
   if (size > _http_received_body_js__WEBPACK_IMPORTED_MODULE_0__.oJ) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)((0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`the body of the reply is over 1 MB`);
   if (size === 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)("");
   if (text === void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)((0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`the body of the reply is not text`);
   const parsed = /\bjson\b/i.test(contentType) || /^\s*[{[]/.test(text) ? (0, _text_json_js__WEBPACK_IMPORTED_MODULE_4__.MR)(text) : void 0;
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(parsed === void 0 ? text : parsed);
  }
 }),
 9206: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Bc: () => findUnmet,
   vA: () => inapplicable,
   zB: () => parseCondition
  });
  var _text_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5717);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
  async function parseCondition(expression) {
   const {compile: compile, search: search} = await __webpack_require__.e(598).then(__webpack_require__.t.bind(__webpack_require__, 5217, 19));
   try {
    const tree = CLOSED.test(expression) ? compile(expression) : void 0;
    const nodes = isNode(tree) ? [ ...nodesIn(tree) ] : [];
    if (!isNode(tree) || !nodes.every(isWhole)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)("it ends too early");
    const literal = nodes.find(({type: type, name: name}) => type === "Field" && /^(?:true|false|null)$/.test(String(name)))?.name;
    if (literal !== void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)(`${literal} is the name of a member; as a value, write it in backticks: \`${literal}\``);
    const text = [ ...expression.matchAll(QUOTED) ].find(([, json = ""]) => OF_OTHERS.test(json))?.[1];
    if (text !== void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)(`\`${text}\` is text; write \`true\`, \`false\` or \`null\` as in JSON`);
    if (nodes.some(node => node.type === "Subexpression" && childrenOf(node)[0]?.type === "NotExpression")) return (0, 
    _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)('"!" negates only the next name; put what it negates in parentheses: !(body.error)');
    const asText = nodes.flatMap(operandsOf).find(name => expression.includes(JSON.stringify(name)));
    if (asText !== void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)(`"${asText}" is the name of a member; put text in single quotes: '${asText}'`);
    const reads = [ ...readsIn(tree) ];
    const unknown = reads.find(name => !MEMBERS.includes(name));
    if (unknown !== void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)(`${unknown} is not one of ${MEMBERS.join(", ")}; ${NOTATION}`);
    for (const node of nodes.filter(({type: type}) => type === "Function")) {
     const nulls = childrenOf(node).map(() => "`null`");
     const complaint = complaintOf(() => search(null, `${node.name}(${nulls.join(", ")})`));
     if (complaint !== void 0 && !complaint.startsWith("TypeError")) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)(complaint);
    }
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)({
     expression: expression,
     readsExecution: reads.includes("execution"),
     search: data => search(data, expression)
    });
   } catch (error) {
    const isComplaint = error instanceof Error && !(error instanceof TypeError);
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.g)(`${isComplaint ? error.message : "it cannot be parsed"}; ${NOTATION}`);
   }
  }
  const NOTATION = 'put text in single quotes, numbers in backticks, and names with hyphens in double quotes: headers."x-id"';
  const MEMBERS = [ "status", "headers", "body", "execution" ];
  const CLOSED = /^(?:[^'"`]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)*$/s;
  const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`((?:[^`\\]|\\.)*)`/gs;
  const OF_OTHERS = /^\s*(?:True|TRUE|False|FALSE|Null|NULL|None|nil|undefined)\s*$/;
  function operandsOf(node) {
   if (node.type !== "Comparator" && node.type !== "Function") return [];
   return childrenOf(node).flatMap(({type: type, name: name}, index) => {
    const isMeant = /^[A-Za-z_]\w*$/.test(String(name)) || node.type === "Comparator" && index === 1;
    return type === "Field" && isMeant ? [ String(name) ] : [];
   });
  }
  function isWhole({type: type, children: children}) {
   return type === "Slice" || !Array.isArray(children) || children.every(isNode);
  }
  function complaintOf(act) {
   try {
    act();
    return;
   } catch (error) {
    return error instanceof Error ? error.message : String(error);
   }
  }
  const CHAINS = [ "Subexpression", "Pipe", "IndexExpression", "Projection", "ValueProjection", "FilterProjection" ];
  function* readsIn(node) {
   if (node.type === "Field") yield String(node.name);
   if (node.type === "ExpressionReference") return;
   const [first, ...others] = childrenOf(node);
   if (!first) return;
   yield* readsIn(first);
   const isInside = CHAINS.includes(node.type) && first.type !== "Current";
   if (!isInside) for (const child of others) yield* readsIn(child);
  }
  function isNode(value) {
   return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
  }
  function childrenOf({children: children, value: value}) {
   const parts = Array.isArray(children) ? children : [];
   return [ ...parts, value ].filter(isNode);
  }
  function* nodesIn(node) {
   yield node;
   for (const child of childrenOf(node)) yield* nodesIn(child);
  }
  function findUnmet(condition, view, show) {
   const missing = [];
   const known = read => {
    if (read.ok) return read.value;
    missing.push(read.error);
    return null;
   };
   const members = withLazy({}, {
    status: () => known(view.status),
    headers: () => known(view.headers),
    body: () => known(view.body),
    execution: () => {
     const execution = known(view.execution);
     return execution && withLazy(execution, {
      data: () => known(view.data)
     });
    }
   });
   const expression = show(condition.expression);
   let result;
   try {
    result = condition.search(members);
   } catch (error) {
    const reason = show(error instanceof Error ? error.message : String(error));
    if (missing.length === 0) return unmet((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`success-when cannot be applied to this reply: ${reason}`);
   }
   const [why] = missing;
   if (why !== void 0) return unmet((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`success-when cannot be applied: ${why}.`, "result unknown");
   if (result === true) return;
   return unmet((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`success-when does not hold: ${expression} is ${show(textOf(result))}, not true.`);
  }
  function withLazy(map, members) {
   const getters = Object.entries(members).map(([name, get]) => [ name, {
    get: get,
    enumerable: true
   } ]);
   return Object.defineProperties({
    ...map
   }, Object.fromEntries(getters));
  }
  function inapplicable({ran: ran, message: message}) {
   const claim = ran === "no" ? "not triggered" : "result unknown";
   return {
    ...unmet((0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.fj)([ message, (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`So there is nothing to apply success-when to.` ]), claim),
    ran: ran
   };
  }
  function unmet(message, claim = "not accepted") {
   return {
    row: "success-when",
    success: false,
    ran: "yes",
    claim: claim,
    message: message,
    hint: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$
   };
  }
  function textOf(result) {
   try {
    return JSON.stringify(result) ?? "null";
   } catch {
    return "nested too deep to be shown";
   }
  }
 })
};