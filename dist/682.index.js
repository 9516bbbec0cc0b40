"use strict";

exports.id = 682;

exports.ids = [ 682 ];

exports.modules = {
 682: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   parseHeaders: () => parseHeaders
  });
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5717);
  var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8569);
  var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);
  const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
  const RESERVED = {
   "content-length": "is computed from the body",
   "transfer-encoding": "is set by the HTTP client",
   connection: "is set by the HTTP client",
   "keep-alive": "is set by the HTTP client",
   upgrade: "is not supported",
   expect: "is not supported",
   te: "is not supported",
   trailer: "is not supported",
   "content-type": "has its own input: content-type",
   traceparent: "is how the step finds the execution; to continue a trace, set TRACEPARENT in env"
  };
  const RESERVED_BY_API = {
   ...RESERVED,
   "content-type": "is set by the action",
   host: "is set from n8n's address",
   "x-n8n-api-key": "carries secret-key"
  };
  async function parseHeaders(name, text) {
   const seen = new Set;
   const headers = (await readPairs(name, text)).map(pair => pair.ok ? checkHeader(name, pair.value, seen) : pair);
   const problems = (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.GW)(headers);
   return problems.length > 0 ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)(problems) : (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(headers.flatMap(header => header.ok ? [ header.value ] : []));
  }
  function checkHeader(name, [header, untrimmed], seen) {
   const value = untrimmed.replace(/^[ \t]+|[ \t]+$/g, "");
   const isForApi = name === "api-headers";
   const reserved = isForApi ? RESERVED_BY_API : RESERVED;
   const lower = header.toLowerCase();
   const isRepeated = seen.has(lower);
   seen.add(lower);
   if (!TOKEN.test(header)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: "${printable(header)}" is not a header name.`);
   if (Object.hasOwn(reserved, lower)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: ${header} ${reserved[lower]}.`);
   if (isRepeated) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: ${header} is given twice.`);
   if (/[\r\n]/.test(value)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: the value of ${header} has a line break in it.`);
   if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: the value of ${header} has a character that a header cannot carry.`);
   if (isForApi && lower === "user-agent" && /bot/i.test(value)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: ${header} contains "bot", and n8n's API ignores crawlers.`);
   if (value === "") return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.wC)(`${name}: the value of ${header} is empty. ${_values_js__WEBPACK_IMPORTED_MODULE_1__.Ag} If it may be empty, write a word instead: \${{ \u2026 || 'none' }}.`);
   if ((0, _secrets_js__WEBPACK_IMPORTED_MODULE_0__._o)(header) && _secrets_js__WEBPACK_IMPORTED_MODULE_0__.My.test(value)) return (0, 
   _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.wC)(`${name}: the value of ${header} is empty after its scheme. ${_values_js__WEBPACK_IMPORTED_MODULE_1__.Ag}`);
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ header, value ]);
  }
  async function readPairs(name, text) {
   const isFlow = text.startsWith("{");
   const lines = isFlow ? [ (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: begins with "{" but is neither a JSON nor a YAML map.`) ] : await readLines(name, text);
   return lines.every(line => line.ok) ? lines : await readMap(name, text) ?? lines;
  }
  async function readLines(name, text) {
   const pairs = [];
   const lines = text.split(/\r?\n/);
   for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const match = /^([^\s:"'][^\s:]*):(?:[ \t]+(.*?)[ \t]*|(\S.*?)?[ \t]*)$/s.exec(line);
    const value = match?.[2] ?? match?.[3] ?? "";
    pairs.push(match?.[1] === void 0 || BEGINS_BLOCK.test(value) && /^[ \t]+\S/.test(lines[index + 1] ?? "") ? (0, 
    _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: line ${index + 1} is not of the form "Name: value".`) : (0, 
    _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ match[1], await unquote(value) ]));
   }
   return pairs;
  }
  const BEGINS_BLOCK = /^[|>][-+\d]*$/;
  async function readMap(name, text) {
   const {isMap: isMap, isScalar: isScalar, Parser: Parser, parseDocument: parseDocument} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   const {findChanges: findChanges} = await __webpack_require__.e(153).then(__webpack_require__.bind(__webpack_require__, 7153));
   const document = parseDocument(text, {
    schema: "core",
    uniqueKeys: false,
    logLevel: "error"
   });
   if (document.errors.length > 0 || !isMap(document.contents)) return;
   if ((await findChanges(text, (new Parser).parse(text), document, true)).length > 0) return;
   const pairs = [];
   for (const {key: key, value: value} of document.contents.items) {
    const header = isScalar(key) ? textOf(key) : "";
    if (value === null) pairs.push((0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ header, "" ])); else if (isScalar(value)) pairs.push((0, 
    _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ header, textOf(value) ])); else pairs.push((0, 
    _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: the value of "${printable(header)}" is not text.`));
   }
   return pairs;
  }
  function textOf({value: value, source: source = ""}) {
   return value === null ? "" : source;
  }
  async function unquote(value) {
   if (!/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(value)) return value;
   const {parseDocument: parseDocument} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   const document = parseDocument(value, {
    logLevel: "error"
   });
   const plain = document.errors.length === 0 ? document.toJS() : void 0;
   return typeof plain === "string" ? plain : value;
  }
  function printable(text) {
   return text.length > 40 ? "\u2026" : text.replace(/[^\x20-\x7e]/g, "?");
  }
 })
};