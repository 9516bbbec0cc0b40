"use strict";
exports.id = 421;
exports.ids = [421];
exports.modules = {

/***/ 2421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYamlText: () => (/* binding */ parseYamlText)
/* harmony export */ });
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9135);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9093);


/** What is wrong, by the parser's code. What is not here has the code alone. */
const WORDS = {
    BAD_ALIAS: 'a value that begins with * or &',
    BAD_DQ_ESCAPE: 'a backslash in double quotes that escapes nothing',
    BAD_INDENT: 'a bracket that is not closed, or wrong indentation',
    BAD_SCALAR_START: 'a value that begins with a reserved character',
    BLOCK_AS_IMPLICIT_KEY: 'a colon and a blank in a value, or wrong indentation',
    DUPLICATE_KEY: 'a name that is given twice',
    MISSING_CHAR: 'a line without a colon, or a quote that is not closed',
    MULTILINE_IMPLICIT_KEY: 'a line without a colon, or wrong indentation',
    MULTIPLE_DOCS: 'a second document',
    TAB_AS_INDENT: 'a tab as indentation',
    UNEXPECTED_TOKEN: 'a character out of place, or text behind the end of a value',
};
/** What a value cannot do that comes from an expression. */
const NOT_BY_VALUE = ['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'TAB_AS_INDENT'];
/**
 * Parses what a user wrote as YAML 1.2, to the JSON that is sent. A Problem tells line and column and what is wrong
 * there, and hints at `toJSON()` where a value may have broken it; it never quotes the text, which may hold secrets.
 */
async function parseYamlText(name, text) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const document = parseDocument(text, { schema: 'core', prettyErrors: false });
    const [error] = document.errors;
    if (error)
        return notYaml(name, text, error.pos[0], error.code);
    try {
        const lost = await settle(document);
        if (lost !== undefined)
            return notYaml(name, text, lost, 'BAD_ALIAS');
        // Through JSON, because that is how it is sent: keys become text, and .nan or .inf become null.
        return (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .parseExactly */ .A)(JSON.stringify(document.toJS()) ?? 'null');
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        return new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Problem */ .A(`${name}: this YAML cannot be sent as JSON (${reason}).`);
    }
}
/** Puts their texts in the place of numbers that would change. Gives the offset of an alias that leads nowhere, if any. */
async function settle(document) {
    const { isAlias, isNode, isScalar, visit } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const anchors = new Set();
    let lost;
    visit(document, (key, node) => {
        if (isAlias(node)) {
            if (!anchors.has(node.source))
                lost ??= node.range?.[0];
        }
        else if (isNode(node) && node.anchor !== undefined) {
            anchors.add(node.anchor);
        }
        if (!isScalar(node) || typeof node.value !== 'number' || node.source === undefined)
            return;
        const exact = (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .exactly */ .p)(node.source, node.value);
        if (typeof exact !== 'number')
            node.value = key === 'key' ? exact.rawJSON : exact;
    });
    return lost;
}
function notYaml(name, text, offset, code) {
    const before = text.slice(0, offset).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    const hint = NOT_BY_VALUE.includes(code)
        ? ''
        : ' Where a value comes from an expression, write ${{ toJSON(…) }} with no quotes around it: JSON is YAML too.';
    return new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Problem */ .A(`${name}: is not valid YAML at line ${before.length}, column ${column} (${WORDS[code] ?? code}).${hint}`);
}


/***/ })

};
;