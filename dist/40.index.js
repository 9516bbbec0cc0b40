"use strict";

exports.id = 40;

exports.ids = [ 40 ];

exports.modules = {
 4040: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   lostNumber: () => lostNumber,
   notJson: () => notJson,
   repeatedName: () => repeatedName,
   sentenceFor: () => sentenceFor
  });
  var _number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1533);
  function sentenceFor(problem) {
   if (problem.kind === "too deep") return "is nested too deep to be sent.";
   const {line: line, column: column} = problem;
   if (problem.kind === "rounded") return `line ${line}, column ${column}: ${_number_js__WEBPACK_IMPORTED_MODULE_0__.s}`;
   return `is not valid JSON at line ${line}, column ${column} (${problem.found}).${problem.hint}`;
  }
  async function lostNumber(text, isLost) {
   const {tokenize: tokenize} = await __webpack_require__.e(162).then(__webpack_require__.bind(__webpack_require__, 3162));
   const lost = tokenize(text, {
    mode: "json"
   }).find(({type: type, loc: {start: start, end: end}}) => {
    const source = text.slice(start.offset, end.offset);
    return type === "Number" && isLost(source, Number(source));
   });
   if (!lost) return;
   const {line: line, column: column} = positionOf(text, lost.loc.start.offset);
   return {
    kind: "rounded",
    line: line,
    column: column
   };
  }
  async function repeatedName(text) {
   const {parseDocument: parseDocument} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   const {findRepeatedName: findRepeatedName} = await __webpack_require__.e(421).then(__webpack_require__.bind(__webpack_require__, 2421));
   const error = await findRepeatedName(parseDocument(text, {
    uniqueKeys: false
   }));
   const {line: line, column: column} = positionOf(text, error?.pos[0] ?? 0);
   return {
    kind: "not JSON",
    line: line,
    column: column,
    found: "a name that is given twice",
    hint: ""
   };
  }
  async function notJson(text, v8Message) {
   const {offset: offset, line: line, column: column, found: found} = await errorPosition(text, v8Message);
   return {
    kind: "not JSON",
    line: line,
    column: column,
    found: found,
    hint: hintFor(text, offset)
   };
  }
  const STRICT = " Names and text need double quotes; JSON has no comments, and no comma after the last value.";
  function hintFor(text, offset) {
   if (isBrokenString(text, offset)) return " A quote, backslash or line break in a value breaks the string around it: where a value comes from an expression, write ${{ toJSON(\u2026) }} with no quotes around it.";
   if (isBareValue(text, offset)) return " Text needs quotes: where a value comes from an expression, write ${{ toJSON(\u2026) }}.";
   return /^[\w'#/\u201c\u201d}\]]/u.test(text.slice(offset)) ? STRICT : "";
  }
  async function errorPosition(text, v8Message) {
   const position = / JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(v8Message);
   if (position) return positionOf(text, Number(position[1]));
   if (v8Message === "Unexpected end of JSON input") return positionOf(text, text.length);
   const {parse: parse} = await __webpack_require__.e(162).then(__webpack_require__.bind(__webpack_require__, 3162));
   try {
    parse(text, {
     mode: "json"
    });
   } catch (error) {
    if (error instanceof Error && "offset" in error && typeof error.offset === "number") return positionOf(text, error.offset);
   }
   return positionOf(text, 0);
  }
  function positionOf(text, offset) {
   const before = text.slice(0, offset).split(/\r\n|\r|\n/);
   const column = (before.at(-1) ?? "").length + 1;
   return {
    offset: offset,
    line: before.length,
    column: column,
    found: describeCharacter(text.codePointAt(offset))
   };
  }
  function describeCharacter(code) {
   if (code === void 0) return "the text ends too early";
   if (code === 10 || code === 13) return "a raw line break in a string";
   if (code < 32) return "a raw control character in a string";
   return `unexpected character ${String.fromCodePoint(code)}`;
  }
  function isBrokenString(text, offset) {
   if (text.charCodeAt(offset) < 32 || text[offset - 1] === "\\") return true;
   const rest = text.slice(offset, offset + LONGEST_NAME);
   if (/^"(?:[^"\\]|\\.)*"\s*:/.test(rest)) return false;
   const before = text.slice(0, offset).trimEnd();
   const string = rest.startsWith('"') ? before.replace(/[\s}\]]+$/, "") : before;
   if (!string.endsWith('"')) return false;
   const opening = string.lastIndexOf('"', string.length - 2);
   return !string.slice(0, Math.max(opening, 0)).trimEnd().endsWith("{");
  }
  function isBareValue(text, offset) {
   return /"\s*:\s*[\w.+-]*$/.test(text.slice(Math.max(offset - LONGEST_NAME, 0), offset));
  }
  const LONGEST_NAME = 200;
 })
};