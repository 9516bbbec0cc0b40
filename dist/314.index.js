"use strict";
exports.id = 314;
exports.ids = [314];
exports.modules = {

/***/ 9314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withCondition: () => (/* binding */ withCondition)
/* harmony export */ });
/* harmony import */ var _http_received_body_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7003);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5666);
/* harmony import */ var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);
/* harmony import */ var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
/* harmony import */ var _verdict_success_when_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9206);





function withCondition(finished, condition, show) {
    const { outcome } = finished;
    const { verdict } = outcome;
    if (!verdict.success)
        return finished;
    const isAnswered = verdict.ran === 'yes' && verdict.claim !== 'result unknown';
    const unmet = isAnswered ? (0,_verdict_success_when_js__WEBPACK_IMPORTED_MODULE_1__/* .findUnmet */ .Bc)(condition, readableOf(finished), show) : (0,_verdict_success_when_js__WEBPACK_IMPORTED_MODULE_1__/* .inapplicable */ .vA)(verdict);
    return unmet ? { ...finished, outcome: { ...outcome, verdict: unmet } } : finished;
}
const NO_DATA = (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `there is no data of the execution: it is redacted, not saved, or over 1 MB`);
function readableOf({ outcome, reply, data }) {
    const { exchange, execution } = outcome;
    const lost = (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `no whole reply came`);
    const known = exchange?.kind === 'reply' ? exchange : undefined;
    const items = data.text === undefined ? undefined : (0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .tryJson */ .MR)(data.text);
    return {
        status: known ? (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(known.status) : lost,
        headers: known ? (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(known.headers) : lost,
        body: known ? bodyOf(known.headers['content-type'] ?? '', known.body.size, reply.text) : lost,
        execution: execution ? (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(execution) : (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `the execution is not known`),
        data: items === undefined ? NO_DATA : (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(items),
    };
}
function bodyOf(contentType, size, text) {
    if (size > _http_received_body_js__WEBPACK_IMPORTED_MODULE_4__/* .OUTPUT_LIMIT */ .oJ)
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `the body of the reply is over 1 MB`);
    if (size === 0)
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)('');
    if (text === undefined)
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `the body of the reply is not text`);
    const parsed = /\bjson\b/i.test(contentType) || /^\s*[{[]/.test(text) ? (0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .tryJson */ .MR)(text) : undefined;
    return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(parsed === undefined ? text : parsed);
}


/***/ }),

/***/ 9206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ findUnmet),
/* harmony export */   vA: () => (/* binding */ inapplicable),
/* harmony export */   zB: () => (/* binding */ parseCondition)
/* harmony export */ });
/* harmony import */ var _text_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5717);
/* harmony import */ var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);


async function parseCondition(expression) {
    const { compile, search } = await __webpack_require__.e(/* import() */ 107).then(__webpack_require__.t.bind(__webpack_require__, 9107, 19));
    try {
        const tree = CLOSED.test(expression) ? compile(expression) : undefined;
        const nodes = isNode(tree) ? [...nodesIn(tree)] : [];
        if (!isNode(tree) || !nodes.every(isWhole))
            return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .g)('it ends too early');
        const literal = nodes.find(({ type, name }) => type === 'Field' && /^(?:true|false|null)$/.test(String(name)))?.name;
        if (literal !== undefined)
            return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .g)(`${literal} is the name of a member; as a value, write it in backticks: \`${literal}\``);
        const reads = [...readsIn(tree)];
        const unknown = reads.find((name) => !MEMBERS.includes(name));
        if (unknown !== undefined) {
            return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .g)(`${unknown} is none of ${MEMBERS.join(', ')}; ${NOTATION}`);
        }
        for (const node of nodes.filter(({ type }) => type === 'Function')) {
            const nulls = childrenOf(node).map(() => '`null`');
            const complaint = complaintOf(() => search(null, `${node.name}(${nulls.join(', ')})`));
            if (complaint !== undefined && !complaint.startsWith('TypeError'))
                return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .g)(complaint);
        }
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)({
            expression,
            readsExecution: reads.includes('execution'),
            search: (data) => search(data, expression),
        });
    }
    catch (error) {
        const isComplaint = error instanceof Error && !(error instanceof TypeError);
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .g)(`${isComplaint ? error.message : 'it cannot be parsed'}; ${NOTATION}`);
    }
}
const NOTATION = 'put text in single quotes, numbers in backticks, and names with hyphens in double quotes: headers."x-id"';
const MEMBERS = ['status', 'headers', 'body', 'execution'];
const CLOSED = /^(?:[^'"`]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)*$/s;
function isWhole({ type, children }) {
    return type === 'Slice' || !Array.isArray(children) || children.every(isNode);
}
function complaintOf(act) {
    try {
        act();
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
const CHAINS = ['Subexpression', 'Pipe', 'IndexExpression', 'Projection', 'ValueProjection', 'FilterProjection'];
function* readsIn(node) {
    if (node.type === 'Field')
        yield String(node.name);
    if (node.type === 'ExpressionReference')
        return;
    const [first, ...others] = childrenOf(node);
    if (!first)
        return;
    yield* readsIn(first);
    const isInside = CHAINS.includes(node.type) && first.type !== 'Current';
    if (!isInside)
        for (const child of others)
            yield* readsIn(child);
}
function isNode(value) {
    return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
function childrenOf({ children, value }) {
    const parts = Array.isArray(children) ? children : [];
    return [...parts, value].filter(isNode);
}
function* nodesIn(node) {
    yield node;
    for (const child of childrenOf(node))
        yield* nodesIn(child);
}
function findUnmet(condition, view, show) {
    const missing = [];
    const known = (read) => {
        if (read.ok)
            return read.value;
        missing.push(read.error);
        return null;
    };
    const members = {
        get status() {
            return known(view.status);
        },
        get headers() {
            return known(view.headers);
        },
        get body() {
            return known(view.body);
        },
        get execution() {
            const execution = known(view.execution);
            return (execution && {
                ...execution,
                get data() {
                    return known(view.data);
                },
            });
        },
    };
    const expression = show(condition.expression);
    let result;
    try {
        result = condition.search(members);
    }
    catch (error) {
        const reason = show(error instanceof Error ? error.message : String(error));
        if (missing.length === 0)
            return unmet((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `success-when cannot be applied to this reply: ${reason}`);
    }
    const [why] = missing;
    if (why !== undefined)
        return unmet((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `success-when cannot be applied: ${why}.`, 'result unknown');
    if (result === true)
        return undefined;
    return unmet((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `success-when does not hold: ${expression} is ${show(textOf(result))}, not true.`);
}
function inapplicable({ ran, message }) {
    const claim = ran === 'no' ? 'not triggered' : 'result unknown';
    return { ...unmet((0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)([message, (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `So there is nothing to apply success-when to.`]), claim), ran };
}
function unmet(message, claim = 'not accepted') {
    return { row: 'success-when', success: false, ran: 'yes', claim, message, hint: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING */ .K$ };
}
function textOf(result) {
    try {
        return JSON.stringify(result) ?? 'null';
    }
    catch {
        return 'nested too deep to be shown';
    }
}


/***/ })

};
;