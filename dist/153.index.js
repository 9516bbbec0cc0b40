"use strict";

exports.id = 153;

exports.ids = [ 153 ];

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
 })
};