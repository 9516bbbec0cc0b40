"use strict";

exports.id = 421;

exports.ids = [ 421, 153 ];

exports.modules = {
 7153: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   findChanges: () => findChanges
  });
  const COMMENT = 'a "#" begins a comment, so the rest of the line would be lost. Give a comment a line of its own.';
  const LINES = 'YAML would join the lines of this text. Start text of several lines with "|".';
  const EMPTY = "this begins a block of text, but none follows. Put text in quotes.";
  const BRACES = "a name in braces has no value. If it is text, put it in quotes.";
  const BRACKETS = "a colon makes a map of this list item. If it is text, put it in quotes; put a map in braces.";
  const COMMA = "a comma before a closing bracket would be lost. If it is text, put it in quotes.";
  const UNCLOSED = "a backslash escapes the quote that should close this text. Double the backslash.";
  const REWRITTEN = "YAML would change how this value is written. If it is text, put it in quotes.";
  const RENAMED = "YAML would change how this name is written. Put the name in quotes.";
  const SYNTAX = {
   tag: 'a "!" begins a tag, which would be lost.',
   anchor: 'an "&" begins an anchor, which would be lost.',
   alias: 'a "*" begins an alias.',
   directive: 'a "%" begins a directive, which would be lost.',
   "doc-end": "the document ends, and the rest would be lost.",
   "explicit-key-ind": 'a "?" begins a name.'
  };
  async function findChanges(text, tokens, document, asWritten = false) {
   const {visit: visit} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   const changes = [ ...tokens ].flatMap(token => [ ...changesIn(text, token) ]);
   visit(document, {
    Scalar: (key, node) => {
     const message = changeOf(node, text, key === "key", asWritten);
     if (message) changes.push({
      offset: node.range?.[0] ?? 0,
      message: message
     });
    }
   });
   return changes.filter(({message: message}) => !asWritten || message !== BRACES).sort((a, b) => a.offset - b.offset);
  }
  function* changesIn(text, token, opensBlock) {
   const {type: type, offset: offset} = token;
   const message = SYNTAX[type];
   if (message !== void 0) yield {
    offset: offset,
    message: message
   };
   if (type === "comment" && !isOnOwnLine(text, offset) && !(opensBlock && /^#(?:\s|$)/.test(token.source))) yield {
    offset: offset,
    message: COMMENT
   };
   if (type === "flow-collection") yield* incompleteIn(token, text);
   for (const [part, opens] of partsOf(token)) yield* changesIn(text, part, opens);
  }
  function* incompleteIn({start: start, items: items, end: end}, text) {
   const isMap = start.source === "{";
   for (const {key: key, sep: sep} of items) {
    const hasColon = sep?.some(({type: type}) => type === "map-value-ind") === true;
    if (key && hasColon !== isMap) yield {
     offset: key.offset,
     message: isMap ? BRACES : BRACKETS
    };
   }
   const comma = items.at(-1)?.start.findLast(({type: type}) => type === "comma");
   const [bracket] = end;
   if (comma && bracket && /^,[ \t]*$/.test(text.slice(comma.offset, bracket.offset))) yield {
    offset: comma.offset,
    message: COMMA
   };
  }
  function* partsOf(token) {
   const parts = [];
   if ("props" in token) parts.push(...token.props);
   if (token.type === "document") parts.push(...token.start, token.value);
   if ("items" in token) for (const {start: start, key: key, sep: sep, value: value} of token.items) {
    const opens = (value?.type === "block-map" || value?.type === "block-seq") && value.indent > token.indent;
    for (const part of [ ...start, ...sep ?? [] ]) yield [ part, opens ];
    parts.push(key, value);
   }
   if ("end" in token) parts.push(...token.end ?? []);
   for (const part of parts) if (part) yield [ part, false ];
  }
  function isOnOwnLine(text, offset) {
   return text.slice(text.lastIndexOf("\n", offset) + 1, offset).trim() === "";
  }
  function changeOf({value: value, type: type, range: range}, text, isName, asWritten) {
   const [from = 0, to = 0] = range ?? [];
   const source = text.slice(from, to);
   if (type?.startsWith("BLOCK_")) return value === "" ? EMPTY : void 0;
   if (/[\r\n]/.test(source)) return LINES;
   if (type === "QUOTE_DOUBLE" && /(?<!\\)(?:\\\\)*\\"$/.test(source)) return UNCLOSED;
   if (type !== "PLAIN" || asWritten) return;
   if (isName) return value !== null && String(value) === source ? void 0 : RENAMED;
   return (value === null ? [ "", "~", "null" ].includes(source) : String(value) === source) ? void 0 : REWRITTEN;
  }
 }),
 2421: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   findRepeatedName: () => findRepeatedName,
   parseYamlText: () => parseYamlText
  });
  var _inline_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7153);
  var _number_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1533);
  var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9093);
  var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);
  const WORDS = {
   BAD_ALIAS: "a value that begins with * or &",
   BAD_DQ_ESCAPE: "a backslash in double quotes that escapes nothing",
   BAD_INDENT: "a bracket that is not closed, or wrong indentation",
   BAD_SCALAR_START: "a value that begins with a reserved character",
   BLOCK_AS_IMPLICIT_KEY: "a colon and a space in a value, or wrong indentation",
   DUPLICATE_KEY: "a name that is given twice",
   MISSING_CHAR: "a line without a colon, or a quote that is not closed",
   MULTILINE_IMPLICIT_KEY: "a line without a colon, or wrong indentation",
   MULTIPLE_DOCS: "a second document",
   RESOURCE_EXHAUSTION: "levels that are nested too deep",
   TAB_AS_INDENT: "a tab as indentation",
   UNEXPECTED_TOKEN: "a character out of place, or text after the end of a value"
  };
  const AS_TEXT = "To send text as it is, set content-type: text/plain.";
  const HINT = "Where a value comes from an expression, write ${{ toJSON(\u2026) }} with no quotes around it: JSON is YAML too.";
  const INDENTED = "A map or list from toJSON() has several lines: put it at the top level, or write the whole payload as JSON.";
  const LOST_ALIAS = 'a "*" begins an alias, and there is no anchor of that name before it.';
  const NO_NAME = "a map or list is used as a name. Put text in quotes.";
  const SAME_NAME = "two names in this map are the same in JSON.";
  const BEGINS_BLOCK = /^(?:\s*#.*\n)*\s*(?:-\s|["'[{?%]|[^\s:@`*&!][^\n:]*:(?:\s|$))/;
  const MOST_CHANGES = 5;
  async function parseYamlText(name, text, isInline) {
   const {isCollection: isCollection, Parser: Parser, parseDocument: parseDocument} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   const hint = isInline ? HINT : "";
   try {
    const options = {
     schema: "core",
     merge: !isInline,
     prettyErrors: false,
     logLevel: "error",
     uniqueKeys: false
    };
    const document = parseDocument(text, options);
    const error = document.errors[0] ?? await findRepeatedName(document);
    if (error) {
     const what = WORDS[error.code] ?? error.code;
     const asText = isInline && !BEGINS_BLOCK.test(text) ? ` ${AS_TEXT}` : "";
     const isClosed = error.pos[0] < text.trimEnd().length;
     const indented = isInline && error.code === "BAD_INDENT" && isClosed ? ` ${INDENTED}` : "";
     return (0, _problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: is not valid YAML at ${placeOf(text, error.pos[0])} (${what}). ${hint}${indented}${asText}`.trimEnd());
    }
    const isHeld = isInline && isCollection(document.contents);
    const changes = isHeld ? await (0, _inline_yaml_js__WEBPACK_IMPORTED_MODULE_0__.findChanges)(text, (new Parser).parse(text), document) : [];
    const found = changes.length > 0 ? changes : await findUnsendable(document);
    if (found.length > 0) {
     const lines = found.slice(0, MOST_CHANGES).map(({offset: offset, message: message}) => `${name}: ${placeOf(text, offset)}: ${message}`);
     return (0, _problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(...lines.slice(0, -1), `${lines.at(-1)} ${hint}`.trimEnd());
    }
    const value = JSON.parse(JSON.stringify(document.toJS()) ?? "null");
    return (0, _result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(value);
   } catch (cause) {
    if (cause instanceof RangeError) return (0, _problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: is nested too deep to be sent.`);
    if (cause instanceof ReferenceError) return (0, _problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: has too many aliases to be sent as JSON.`);
    throw cause;
   }
  }
  async function findRepeatedName(document) {
   const {isScalar: isScalar, visit: visit} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   let found;
   visit(document, {
    Map: (_, {items: items}) => {
     const names = new Set;
     for (const {key: key} of items) {
      if (!isScalar(key)) continue;
      const [from = 0, to = 0] = key.range ?? [];
      if (names.has(key.value)) found ??= {
       code: "DUPLICATE_KEY",
       pos: [ from, to ]
      };
      names.add(key.value);
     }
    }
   });
   return found;
  }
  async function findUnsendable(document) {
   const {isAlias: isAlias, isMap: isMap, isScalar: isScalar, isSeq: isSeq, visit: visit} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   const found = [];
   const anchors = new Set;
   const findIn = (node, isName) => {
    if (isAlias(node)) return anchors.has(node.source) ? void 0 : LOST_ALIAS;
    if (node.anchor !== void 0) anchors.add(node.anchor);
    if ((isMap(node) || isSeq(node)) && isName) return NO_NAME;
    if (isMap(node)) {
     const names = node.items.map(({key: key}) => isScalar(key) ? String(key.value) : key);
     return new Set(names).size < names.length ? SAME_NAME : void 0;
    }
    if (!isScalar(node) || typeof node.value !== "number") return;
    return (0, _number_js__WEBPACK_IMPORTED_MODULE_3__.E)(node.source ?? "", node.value) ? _number_js__WEBPACK_IMPORTED_MODULE_3__.s : void 0;
   };
   visit(document, {
    Node: (key, node) => {
     const message = findIn(node, key === "key");
     if (message) found.push({
      offset: node.range?.[0] ?? 0,
      message: message
     });
    }
   });
   return found;
  }
  function placeOf(text, offset) {
   const lines = text.slice(0, offset).split("\n");
   return `line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`;
  }
 })
};