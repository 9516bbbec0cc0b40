(() => {
 "use strict";
 var __webpack_modules__ = {
  2613: (module => {
   module.exports = require("assert");
  }),
  4434: (module => {
   module.exports = require("events");
  }),
  8611: (module => {
   module.exports = require("http");
  }),
  5692: (module => {
   module.exports = require("https");
  }),
  9278: (module => {
   module.exports = require("net");
  }),
  4573: (module => {
   module.exports = require("node:buffer");
  }),
  7598: (module => {
   module.exports = require("node:crypto");
  }),
  3024: (module => {
   module.exports = require("node:fs");
  }),
  1455: (module => {
   module.exports = require("node:fs/promises");
  }),
  7067: (module => {
   module.exports = require("node:http");
  }),
  4708: (module => {
   module.exports = require("node:https");
  }),
  7030: (module => {
   module.exports = require("node:net");
  }),
  8161: (module => {
   module.exports = require("node:os");
  }),
  6760: (module => {
   module.exports = require("node:path");
  }),
  7075: (module => {
   module.exports = require("node:stream");
  }),
  8500: (module => {
   module.exports = require("node:timers/promises");
  }),
  1692: (module => {
   module.exports = require("node:tls");
  }),
  8522: (module => {
   module.exports = require("node:zlib");
  }),
  4756: (module => {
   module.exports = require("tls");
  }),
  9023: (module => {
   module.exports = require("util");
  }),
  1338: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    R: () => executionIdIn,
    W: () => withNamedExecution
   });
   var _n8n_address_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6583);
   var _n8n_execution_id_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4659);
   var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5666);
   function withNamedExecution(outcome) {
    if (outcome.execution) return outcome;
    const {call: call, verdict: verdict} = outcome;
    const isResumed = call !== void 0 && verdict.ran !== "no" && !(0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_0__.CW)(call.url);
    const id = (isResumed ? call.resumes : void 0) ?? executionIdIn(outcome);
    if (id === void 0) return outcome;
    return {
     ...outcome,
     execution: {
      id: id,
      workflowId: call?.workflowId,
      status: "unknown"
     }
    };
   }
   function executionIdIn({exchange: exchange}) {
    if (exchange?.kind !== "reply") return;
    const {headers: headers, body: body} = exchange;
    const data = body.file === void 0 ? (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.MR)(body.start.toString("utf8")) : void 0;
    return (0, _n8n_execution_id_js__WEBPACK_IMPORTED_MODULE_2__.t)(headers["x-n8n-execution-id"] ?? ((0, 
    _text_json_js__WEBPACK_IMPORTED_MODULE_1__.jh)(data) ? data["executionId"] : void 0));
   }
  }),
  1808: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    K: () => cancelled
   });
   const controller = new AbortController;
   for (const signal of [ "SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP" ]) process.on(signal, () => controller.abort());
   const cancelled = controller.signal;
  }),
  200: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    B: () => runnerHost
   });
   var external_node_crypto_ = __nccwpck_require__(7598);
   var external_node_fs_ = __nccwpck_require__(3024);
   var external_node_os_ = __nccwpck_require__(8161);
   // CONCATENATED MODULE: external "os"
   const external_os_namespaceObject = require("os");
   // CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
   function utils_toCommandValue(input) {
    if (input === null || input === void 0) return ""; else if (typeof input === "string" || input instanceof String) return input;
    return JSON.stringify(input);
   }
   function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) return {};
    return {
     title: annotationProperties.title,
     file: annotationProperties.file,
     line: annotationProperties.startLine,
     endLine: annotationProperties.endLine,
     col: annotationProperties.startColumn,
     endColumn: annotationProperties.endColumn
    };
   }
   // CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js
   function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
   }
   const CMD_STRING = "::";
   class Command {
    constructor(command, properties, message) {
     if (!command) command = "missing.command";
     this.command = command;
     this.properties = properties;
     this.message = message;
    }
    toString() {
     let cmdStr = CMD_STRING + this.command;
     if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
       const val = this.properties[key];
       if (val) {
        if (first) first = false; else cmdStr += ",";
        cmdStr += `${key}=${escapeProperty(val)}`;
       }
      }
     }
     cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
     return cmdStr;
    }
   }
   function escapeData(s) {
    return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
   }
   function escapeProperty(s) {
    return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
   }
   // CONCATENATED MODULE: external "crypto"
   const external_crypto_namespaceObject = require("crypto");
   // CONCATENATED MODULE: external "fs"
   const external_fs_namespaceObject = require("fs");
   // CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
   function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
    if (!external_fs_namespaceObject.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
     encoding: "utf8"
    });
   }
   function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
   }
   // CONCATENATED MODULE: external "path"
   require("path");
   // CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
   void 0 && (void 0).__awaiter;
   var ExitCode;
   (function(ExitCode) {
    ExitCode[ExitCode["Success"] = 0] = "Success";
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
   })(ExitCode || (ExitCode = {}));
   function setSecret(secret) {
    command_issueCommand("add-mask", {}, secret);
   }
   function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
    if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
    if (options && options.trimWhitespace === false) return val;
    return val.trim();
   }
   function setOutput(name, value) {
    const filePath = process.env["GITHUB_OUTPUT"] || "";
    if (filePath) return file_command_issueFileCommand("OUTPUT", file_command_prepareKeyValueMessage(name, value));
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand("set-output", {
     name: name
    }, utils_toCommandValue(value));
   }
   function debug(message) {
    command_issueCommand("debug", {}, message);
   }
   function error(message, properties = {}) {
    command_issueCommand("error", utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
   }
   function warning(message, properties = {}) {
    command_issueCommand("warning", utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
   }
   function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
   }
   var safe = __nccwpck_require__(8753);
   var cancelled = __nccwpck_require__(1808);
   var format = __nccwpck_require__(3387);
   var unicode = __nccwpck_require__(9305);
   // CONCATENATED MODULE: ./build/host/views.js
   const DEPTH = 4;
   const MOST_VIEWS = 64;
   const FEWEST_VIEWS = 8;
   const MOST_CHARACTERS = 1024 * 1024;
   const MEANINGLESS = (0, unicode.g)(String.raw`\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f]|\p{Default_Ignorable_Code_Point}`, "gu");
   const ESCAPES = [ {
    mayOccurIn: text => text.includes("%"),
    pattern: () => /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}/gi,
    meaning: percentDecoded
   }, {
    mayOccurIn: text => text.includes("\\"),
    pattern: () => /\\[Uu]\{[0-9A-Fa-f]{1,6}\}|\\[Uu][0-9A-Fa-f]{4}|\\[Xx][0-9A-Fa-f]{2}|\\[^UuXx\r\n]/gu,
    meaning: written => {
     const code = /^\\[ux]\{?([0-9a-f]+)/i.exec(written)?.[1];
     if (code !== void 0) return characterOf(Number.parseInt(code, 16));
     return CONTROLS.get(written.slice(1)) ?? written.slice(1);
    }
   }, {
    mayOccurIn: text => text.includes("&"),
    pattern: () => /&#x[0-9a-f]{1,6};?|&#[0-9]{1,7};?|&(?:amp|lt|gt|quot|apos|sol|colon|equals|quest|num|nbsp);/gi,
    meaning: written => {
     const [, large, small] = /^&#(?:x([0-9a-f]+)|([0-9]+))/i.exec(written) ?? [];
     if (large !== void 0) return characterOf(Number.parseInt(large, 16));
     if (small !== void 0) return characterOf(Number(small));
     return NAMED.get(written.slice(1, -1).toLowerCase()) ?? written;
    }
   }, {
    mayOccurIn: text => /[^\t-\r -~]/.test(text),
    pattern: MEANINGLESS,
    meaning: () => ""
   }, {
    mayOccurIn: text => /[\r\n\u0085\u2028\u2029]/.test(text),
    pattern: () => /(?<![ \t])[ \t]*[\r\n\u0085\u2028\u2029]\s*/g,
    meaning: () => ""
   }, {
    mayOccurIn: text => /[^\S ]|\u0085|\s\s/.test(text),
    pattern: () => /(?! (?![\s\u0085]))[\s\u0085]+/g,
    meaning: () => " "
   } ];
   const NAMED = new Map(Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    sol: "/",
    colon: ":",
    equals: "=",
    quest: "?",
    num: "#",
    nbsp: " "
   }));
   const CONTROLS = new Map(Object.entries({
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v"
   }));
   function viewsOf(text) {
    const layers = [ {
     text: text,
     startOf: index => index,
     endOf: index => index + 1
    } ];
    const seen = new Set([ text ]);
    const most = Math.max(FEWEST_VIEWS, Math.min(MOST_VIEWS, Math.floor(MOST_CHARACTERS / (text.length + 1))));
    let begin = 0;
    for (let depth = 0; depth < DEPTH; depth += 1) {
     const current = layers.slice(begin);
     begin = layers.length;
     for (const layer of current) for (const escapes of ESCAPES) {
      const next = layers.length < most ? unescaped(layer, escapes) : void 0;
      if (!next || seen.has(next.text)) continue;
      seen.add(next.text);
      layers.push(next);
     }
    }
    return layers.map(({text: meant, startOf: startOf, endOf: endOf}) => ({
     folded: fold(meant),
     startOf: startOf,
     endOf: endOf
    }));
   }
   function unescapedForms(text) {
    return [ ...new Set(viewsOf(text).map(({folded: folded}) => folded)) ];
   }
   function fold(text) {
    return text.replace(/[A-Z]+/g, letters => letters.toLowerCase()).replaceAll("+", " ");
   }
   function unescaped({text: text, startOf: startOf, endOf: endOf}, {mayOccurIn: mayOccurIn, pattern: pattern, meaning: meaning}) {
    if (!mayOccurIn(text)) return;
    let result = "";
    const starts = [];
    const ends = [];
    let done = 0;
    const copy = to => {
     result += text.slice(done, to);
     for (;done < to; done += 1) {
      starts.push(startOf(done));
      ends.push(endOf(done));
     }
    };
    for (const {0: written, index: index} of text.matchAll(pattern())) {
     copy(index);
     const meant = meaning(written);
     result += meant;
     done = index + written.length;
     for (let n = 0; n < meant.length; n += 1) {
      starts.push(startOf(index));
      ends.push(endOf(done - 1));
     }
    }
    if (done === 0) return;
    copy(text.length);
    return {
     text: result,
     startOf: index => starts[index] ?? index,
     endOf: index => ends[index] ?? index + 1
    };
   }
   function percentDecoded(written) {
    try {
     return decodeURIComponent(written);
    } catch {
     return written;
    }
   }
   function characterOf(code) {
    return code <= 1114111 ? String.fromCodePoint(code) : "\ufffd";
   }
   // CONCATENATED MODULE: ./build/host/hidden.js
   const EVERYDAY = /^(?:true|false|null|none|\*\/\*|(?:application|audio|image|text|video)\/[a-z+.-]+)$/i;
   const FRAME = /^-----[A-Z0-9 ]*-----$/;
   const ONE_WORD = /^(?!-----)[^\s:]+$/;
   const SHORT = 8;
   const AS_A_WORD = (0, unicode.g)(String.raw`(?:^|[^\p{L}\p{N}])\n[^\p{L}\p{N}]?$`, "u");
   const PLAIN_WORD = (0, unicode.g)(String.raw`^\p{L}{1,15}$`, "u");
   const AS_AN_ADDRESS = (0, unicode.g)(String.raw`["'=\\]\n(?:[^\p{L}\p{N}\s]|$)|(?:/|\b(?:get|head|post|put|patch|delete) )\n(?:[^\p{L}\p{N}]|$)`, "u");
   const AS_A_FOLDER = () => /\/\n[/?#"'\s]?$/;
   function isEveryday(text) {
    return text.length <= 3 || EVERYDAY.test(text);
   }
   function secretLines(secret) {
    const breaks = secret.startsWith("-----BEGIN ") ? /[\r\n]+|(?:\\r)?\\n/ : /[\r\n]+/;
    const lines = secret.split(breaks).map(line => line.trim());
    return [ ...new Set(lines) ].filter(line => !isEveryday(line) && !FRAME.test(line));
   }
   function masksFor(secret) {
    const lines = secretLines(secret);
    return [ ...new Set(lines.flatMap(line => [ line, JSON.stringify(line).slice(1, -1), encodeURIComponent(line) ])) ];
   }
   function secretForms(secret) {
    const lines = [ secret.trim(), ...secretLines(secret) ];
    const plain = lines.flatMap(line => [ line, line.replace(/=+$/, ""), line.replace(/[\s\u0085]+/g, " ") ]);
    const forms = [ ...plain.map(line => ({
     text: fold(line),
     mark: "***",
     ...ONE_WORD.test(line) && {
      inParts: true
     }
    })), ...lines.flatMap(encodedForms).map(text => ({
     text: text,
     mark: "***"
    })) ];
    return forms.filter(({text: text}) => !isEveryday(text) && !FRAME.test(text));
   }
   function addressForms(url, {instancePath: instancePath = "", executionId: executionId} = {}) {
    const path = withoutSlashes(url.pathname.startsWith(`${instancePath}/`) ? url.pathname.slice(instancePath.length) : url.pathname);
    const [, prefix, named] = /^(.*?)(?:^|\/)(?:webhook|form|mcp)(?:-test|-waiting)?\/(.*)$/s.exec(path) ?? [];
    const own = executionId === void 0 ? named ?? path.replace(/^[^/]*\//, "") : after(executionId, path);
    const parts = [ path, own, ...own.split("/").filter(isRandom), url.search.slice(1), ...url.searchParams.values() ];
    const texts = parts.flatMap(part => [ ...unescapedForms(part), ...encodedForms(part) ]);
    const hidden = texts.filter(text => !isEveryday(text) || isShortPath(text, own)).map(asAddress);
    const folder = prefix === void 0 ? "" : fold(withoutSlashes(prefix));
    return folder === "" ? hidden : [ ...hidden, {
     text: folder,
     mark: "\u2026",
     surroundings: AS_A_FOLDER
    } ];
   }
   function asAddress(text) {
    const isPlain = (0, unicode.E)(text) ? /^[a-z]{1,15}$/i.test(text) : PLAIN_WORD().test(text);
    if (isPlain) return {
     text: text,
     mark: "\u2026",
     surroundings: AS_AN_ADDRESS
    };
    return text.length < SHORT ? {
     text: text,
     mark: "\u2026",
     surroundings: AS_A_WORD
    } : {
     text: text,
     mark: "\u2026"
    };
   }
   function isShortPath(text, own) {
    return text.length > 2 && text === fold(own);
   }
   function after(part, path) {
    const parts = path.split("/");
    return parts.slice(parts.lastIndexOf(part) + 1).join("/");
   }
   function withoutSlashes(path) {
    return path.replace(/^\/+|\/+$/g, "");
   }
   function isRandom(part) {
    return part.length >= 16 && /\d/.test(part);
   }
   function encodedForms(text) {
    const bytes = Buffer.from(text);
    if (bytes.length < SHORT) return [];
    const inBase64 = [ 0, 1, 2 ].flatMap(shift => {
     const encoded = Buffer.concat([ Buffer.alloc(shift), bytes ]).toString("base64url");
     const end = Math.floor((shift + bytes.length) * 8 / 6);
     const form = encoded.slice(Math.ceil(shift * 8 / 6), end);
     return [ fold(form), fold(form.replaceAll("-", "+").replaceAll("_", "/")) ];
    });
    return [ bytes.toString("hex"), ...inBase64 ];
   }
   // CONCATENATED MODULE: ./build/host/door.js
   const SEARCHED = shown => Math.min(256 * 1024, 16 * 1024 + 32 * shown);
   const USUAL = 200;
   const LONGEST_ESCAPE = 16;
   const CONTEXT = 10;
   function createDoor() {
    const hidden = new Map;
    let longest = 0;
    const add = forms => {
     for (const form of forms) {
      if (!hidden.has(form.text)) hidden.set(form.text, form);
      longest = Math.max(longest, form.text.length);
     }
    };
    const redact = text => withoutHidden(text, [ ...hidden.values() ]);
    const within = (text, shown) => {
     const most = SEARCHED(shown);
     return text.length <= most ? redact(text) : `${redact(text.slice(0, most)).slice(0, -LONGEST_ESCAPE * longest - 1)}\u2026`;
    };
    return {
     hide: secret => add(secretForms(secret)),
     hideAddress: (url, open) => add(addressForms(url, open)),
     show: (text, most = USUAL) => (0, safe.Eh)((0, format.Kb)(within(text, most), most)),
     showLines: (text, most = USUAL) => {
      const lines = within(text, most).split(/\r\n|[\r\n\u0085\u2028\u2029]/);
      const shown = lines.map(line => {
       const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "  ").slice(0, 200) ?? "";
       const rest = (0, format.Kb)(line, most);
       return rest === "" ? "" : indent + rest;
      });
      return (0, safe.Eh)(cut(shown.join("\n"), most));
     }
    };
   }
   function cut(text, most) {
    if (text.length <= most) return text;
    return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}\u2026`;
   }
   const SHORTEST_PART = {
    characters: 12,
    share: 2 / 3
   };
   function withoutHidden(text, hidden) {
    if (hidden.length === 0 || text === "") return text;
    const found = viewsOf(text).flatMap(view => spansIn(view, hidden));
    let shown = "";
    let end = 0;
    for (const span of merged(found)) {
     shown += text.slice(end, span.from) + span.mark;
     end = span.to;
    }
    return shown + text.slice(end);
   }
   function spansIn(view, hidden) {
    const spans = [];
    for (const {text: text, mark: mark, surroundings: surroundings, inParts: inParts} of hidden) for (const [at, end] of inParts ? partsIn(view.folded, text) : placesIn(view.folded, text)) {
     if (surroundings && !surroundings().test(`${view.folded.slice(Math.max(0, at - CONTEXT), at)}\n${view.folded.charAt(end)}`)) continue;
     append(spans, {
      from: view.startOf(at),
      to: view.endOf(end - 1),
      mark: mark,
      length: end - at
     });
    }
    return spans;
   }
   function* placesIn(text, hidden) {
    for (let at = text.indexOf(hidden); at >= 0; at = text.indexOf(hidden, at + 1)) yield [ at, at + hidden.length ];
   }
   function* partsIn(text, hidden) {
    const {characters: characters, share: share} = SHORTEST_PART;
    const shortest = Math.min(Math.max(characters, Math.ceil(share * hidden.length)), hidden.length);
    const seed = Math.ceil(shortest / 2);
    for (let offset = 0; offset + seed <= hidden.length; offset += seed) {
     const wanted = hidden.slice(offset, offset + seed);
     for (const [at, end] of placesIn(text, wanted)) {
      const start = at - offset;
      let [from, to] = [ at, end ];
      while (from > Math.max(start, 0) && text[from - 1] === hidden[from - 1 - start]) from -= 1;
      while (to < text.length && text[to] === hidden[to - start]) to += 1;
      if (to - from >= shortest) yield [ from, to ];
     }
    }
   }
   function merged(found) {
    const spans = [];
    for (const span of found.toSorted((a, b) => a.from - b.from)) append(spans, span);
    return spans;
   }
   function append(spans, span) {
    const last = spans.at(-1);
    if (!last || span.from < last.from || last.to < span.from) {
     spans.push(span);
     return;
    }
    last.to = Math.max(last.to, span.to);
    if (span.length > last.length) {
     last.mark = span.mark;
     last.length = span.length;
    }
   }
   // CONCATENATED MODULE: ./build/host/runner.js
   const {hide: hide, ...door} = createDoor();
   const runnerHost = {
    env: process.env,
    tempDirectory: process.env["RUNNER_TEMP"] || (0, external_node_os_.tmpdir)(),
    log: {
     info: info,
     debug: debug,
     warning: (text, title) => warning(text, title === void 0 ? {} : {
      title: title
     }),
     error: (text, title) => error(text, title === void 0 ? {} : {
      title: title
     })
    },
    clock: {
     monotonic: () => Number(process.hrtime.bigint()) / 1e6,
     now: () => Date.now(),
     sleep: async (ms, signal) => {
      const {setTimeout: setTimeout} = await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 8500, 19));
      await setTimeout(ms, void 0, {
       signal: signal
      }).catch(() => {});
     },
     timeout: ms => AbortSignal.timeout(ms)
    },
    cancelled: cancelled.K,
    random: Math.random,
    randomBytes: external_node_crypto_.randomBytes,
    randomUUID: external_node_crypto_.randomUUID,
    input: name => getInput(name, {
     trimWhitespace: false
    }),
    mask: secret => {
     for (const mask of masksFor(secret)) setSecret(mask);
     hide(secret);
    },
    ...door,
    setOutput: setOutput,
    writeSummary: markdown => {
     const file = process.env["GITHUB_STEP_SUMMARY"];
     try {
      if (file) (0, external_node_fs_.appendFileSync)(file, markdown);
     } catch (error) {
      const reason = door.show(error instanceof Error ? error.message : String(error));
      warning((0, safe.cv)`The job summary could not be written: ${reason}`);
     }
    }
   };
  }),
  5398: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    I: () => runAsStep
   });
   var external_node_fs_ = __nccwpck_require__(3024);
   // CONCATENATED MODULE: external "node:v8"
   const external_node_v8_namespaceObject = require("node:v8");
   var safe = __nccwpck_require__(8753);
   // CONCATENATED MODULE: ./build/host/step.js
   const LAST_MOMENT_MS = 9e3;
   const SHELL = "/bin/sh";
   async function runAsStep(main, host, unexpected) {
    const flags = [ "--no-maglev", "--no-concurrent-recompilation", "--no-sparkplug", "--semi-space-growth-factor=1" ];
    for (const flag of flags) (0, external_node_v8_namespaceObject.setFlagsFromString)(flag);
    quiet(host);
    let hasEnded = false;
    const breakOff = error => {
     if (hasEnded) return;
     hasEnded = true;
     const reason = error instanceof Error ? error.message : String(error);
     if (error instanceof Error) host.log.debug(host.show(error.stack ?? reason, 2e3));
     const {title: title, hint: hint} = unexpected;
     host.log.error((0, safe.cv)`The step ended unexpectedly: ${host.show(reason)}. ${hint}`, title);
     try {
      host.setOutput("success", "false");
     } catch {}
     end(1);
    };
    process.once("uncaughtException", breakOff);
    process.once("unhandledRejection", breakOff);
    process.once("beforeExit", () => breakOff("nothing is left to wait for"));
    host.cancelled.addEventListener("abort", () => {
     setTimeout(() => breakOff("the job was cancelled, and the step did not stop in time"), LAST_MOMENT_MS).unref();
    });
    try {
     const code = await main(host);
     hasEnded = true;
     end(code);
    } catch (error) {
     breakOff(error);
    }
   }
   function quiet({log: log, show: show}) {
    process.removeAllListeners("warning");
    process.on("warning", ({name: name, message: message}) => log.debug((0, safe.cv)`${show(name)}: ${show(message)}`));
   }
   function end(code) {
    process.exitCode = code;
    process.stdout.write("", () => {
     if (isThreadBusy()) vanish(code);
     process.exit(code);
    });
   }
   function isThreadBusy() {
    return process.getActiveResourcesInfo().some(name => /^(?:FSReq|Get(?:Addr|Name)Info)/.test(name));
   }
   function vanish(code) {
    if (process.platform === "win32") return;
    try {
     (0, external_node_fs_.accessSync)(SHELL, external_node_fs_.constants.X_OK);
    } catch {
     if (code !== 0) process.kill(process.pid, "SIGKILL");
     return;
    }
    process.execve?.(SHELL, [ SHELL, "-c", `exit ${code}` ], {});
   }
  }),
  5621: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    $$: () => bytesOf,
    J9: () => jsonBody,
    hh: () => fileBody,
    iD: () => textBody
   });
   var _text_error_code_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3924);
   function textBody(text, contentType) {
    return {
     contentType: contentType,
     size: Buffer.byteLength(text),
     open: () => bytesOfText(text)
    };
   }
   async function* bytesOfText(text) {
    for (let from = 0, to = 0; from < text.length; from = to) {
     to = from + PIECE;
     if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to += 1;
     yield Buffer.from(text.slice(from, to));
    }
   }
   function jsonBody(data) {
    return textBody(JSON.stringify(data), "application/json");
   }
   function fileBody(path, size, contentType) {
    return {
     contentType: contentType,
     size: size,
     open: () => bytesOf(path, size)
    };
   }
   const PIECE = 256 * 1024;
   async function* bytesOf(path, size) {
    const {open: open} = await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 1455, 19));
    const file = await open(path).catch(unreadable);
    try {
     const buffer = Buffer.allocUnsafeSlow(Math.min(size, PIECE));
     for (let missing = size; missing > 0; ) {
      const {bytesRead: bytesRead} = await file.read(buffer, 0, Math.min(missing, PIECE)).catch(unreadable);
      if (bytesRead === 0) unreadable("it has become shorter");
      missing -= bytesRead;
      yield buffer.subarray(0, bytesRead);
     }
    } finally {
     await file.close();
    }
   }
   function unreadable(cause) {
    throw new _text_error_code_js__WEBPACK_IMPORTED_MODULE_0__.A("UNREADABLE", cause);
   }
  }),
  6032: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    S0: () => freshConnections,
    ed: () => keptConnections,
    l$: () => MOST_KEPT
   });
   var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7067);
   var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2749);
   const CONNECTION_ATTEMPT_MS = 3e3;
   const MOST_KEPT = 4;
   function freshConnections(tls) {
    return connections(tls, {
     keepAlive: false
    });
   }
   function keptConnections(tls) {
    return connections(tls, {
     keepAlive: true,
     maxSockets: MOST_KEPT
    });
   }
   function connections(tls, options) {
    const agents = new Map;
    let secureContext;
    const agentFor = async (protocol, tunnel) => {
     if (!tunnel && !options.keepAlive) return false;
     const name = `${protocol} ${tunnel?.href}`;
     const known = agents.get(name);
     if (known) return known;
     const agent = tunnel ? new ((await __nccwpck_require__.e(575).then(__nccwpck_require__.bind(__nccwpck_require__, 1575))).TunnelAgent)(tunnel, options) : await directAgent(protocol, options);
     agents.set(name, agent);
     return agent;
    };
    return {
     open: async (method, url, headers, signal) => {
      const proxy = await (0, _proxy_js__WEBPACK_IMPORTED_MODULE_1__.iJ)(url);
      const common = {
       method: method,
       signal: signal,
       autoSelectFamilyAttemptTimeout: CONNECTION_ATTEMPT_MS
      };
      const path = `${url.pathname}${url.search}`;
      if (proxy && url.protocol === "http:") {
       const agent = await agentFor(proxy.protocol);
       const toProxy = {
        host: url.host,
        ...headers,
        ...(0, _proxy_js__WEBPACK_IMPORTED_MODULE_1__.YB)(proxy)
       };
       const whole = {
        ...common,
        path: `http://${url.host}${path}`,
        headers: toProxy,
        agent: agent
       };
       return {
        request: await send(proxy, whole),
        viaProxy: true
       };
      }
      const agent = await agentFor(url.protocol, proxy);
      const direct = {
       ...common,
       path: path,
       headers: headers,
       agent: agent
      };
      if (url.protocol === "http:") return {
       request: await send(url, direct),
       viaProxy: false
      };
      secureContext ??= await secureContextOf(tls);
      const secure = {
       ...direct,
       connecting: signal,
       ...secureContext && {
        secureContext: secureContext
       }
      };
      return {
       request: await send(url, secure),
       viaProxy: false
      };
     }
    };
   }
   async function directAgent(protocol, options) {
    const {HttpClient: HttpClient} = await __nccwpck_require__.e(108).then(__nccwpck_require__.bind(__nccwpck_require__, 5108));
    return new HttpClient(void 0, [], options).getAgent(`${protocol}//localhost`);
   }
   async function send(to, options) {
    const request = to.protocol === "https:" ? (await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19))).request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    return request({
     ...options,
     host: (0, _proxy_js__WEBPACK_IMPORTED_MODULE_1__.w4)(to),
     port: to.port
    });
   }
   async function secureContextOf(tls) {
    if (tls?.ca === void 0 && tls?.cert === void 0) return;
    const {ca: ca, cert: cert, key: key} = tls;
    const {createSecureContext: createSecureContext, getCACertificates: getCACertificates} = await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 1692, 19));
    return createSecureContext({
     ...ca !== void 0 && {
      ca: [ ...getCACertificates("default"), ca ]
     },
     ...cert !== void 0 && {
      cert: cert,
      key: key
     }
    });
   }
  }),
  9453: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    c: () => exchange
   });
   var error_code = __nccwpck_require__(3924);
   var connections = __nccwpck_require__(6032);
   var proxy_failure = __nccwpck_require__(8546);
   var received_body = __nccwpck_require__(7003);
   // CONCATENATED MODULE: ./build/http/send-body.js
   const PIECE = 64 * 1024;
   async function sendBody(request, body, onLast) {
    let missing = body?.size ?? 0;
    let goOn = () => {};
    request.once("close", () => goOn());
    try {
     for await (const chunk of body?.open() ?? []) for (const piece of piecesOf(chunk)) {
      missing -= piece.length;
      if (missing <= 0) onLast();
      await new Promise(resolve => {
       goOn = resolve;
       request.write(piece, () => resolve());
      });
      if (request.destroyed) return;
     }
    } catch (error) {
     request.destroy(new error_code.A("UNREADABLE", error));
     return;
    }
    if (missing > 0) {
     request.destroy(new error_code.A("UNREADABLE"));
     return;
    }
    onLast();
    await new Promise(resolve => {
     goOn = resolve;
     request.end(resolve);
    });
   }
   function* piecesOf(chunk) {
    for (let from = 0; from < chunk.length; from += PIECE) yield chunk.subarray(from, from + PIECE);
   }
   // CONCATENATED MODULE: ./build/http/version.js
   const VERSION = "1.0.0";
   // CONCATENATED MODULE: ./build/http/exchange.js
   const USER_AGENT = `n8n-workflow-trigger/${VERSION} (GitHub Actions)`;
   async function exchange(request, limits) {
    const deadline = AbortSignal.timeout(limits.timeoutMs);
    const signal = limits.signal ? AbortSignal.any([ limits.signal, deadline ]) : deadline;
    for (let closed = 0; ;closed += 1) {
     const {came: came, wasKept: wasKept} = await makeAttempt(request, limits, signal);
     if (came.kind === "reply") return came;
     if (limits.signal?.aborted) return {
      ...came,
      code: "ABORTED"
     };
     if (deadline.aborted) return {
      ...came,
      code: "TIMEOUT"
     };
     if (!wasKept || came.stage === "receive" || closed === connections.l$) return came;
    }
   }
   async function makeAttempt({method: method, url: url, headers: headers, body: body}, {connections: connections, spillDirectory: spillDirectory}, signal) {
    const progress = {
     isConnected: false,
     isHandedOver: false,
     status: void 0
    };
    let opened;
    try {
     signal.throwIfAborted();
     opened = await connections.open(method, url, headersToSend(headers, body), signal);
     const {request: request, viaProxy: viaProxy} = opened;
     watchConnection(request, progress);
     const reply = replyTo(request);
     const upload = sendBody(request, body, () => {
      progress.isHandedOver = true;
     });
     const message = await reply;
     const status = message.statusCode ?? 0;
     const failure = viaProxy ? (0, proxy_failure.m)(message) : void 0;
     if (failure) throw failure;
     progress.status = status;
     const whole = throughout(message, request, signal);
     if (status < 300) await upload;
     signal.throwIfAborted();
     const received = await (0, received_body.uL)(whole, spillDirectory);
     const came = {
      kind: "reply",
      status: status,
      headers: withoutPrototype(message.headers),
      body: received,
      uploadComplete: progress.isHandedOver
     };
     return {
      came: came,
      wasKept: request.reusedSocket
     };
    } catch (error) {
     const stage = stageOf(progress);
     const code = codeOf(error);
     const isOfProxy = code.startsWith("PROXY_") || opened?.viaProxy === true && stage === "connect";
     const came = isOfProxy ? {
      kind: "breakdown",
      stage: "connect",
      code: code.replace(/^(?!PROXY_)/, "PROXY_"),
      status: void 0
     } : {
      kind: "breakdown",
      stage: stage,
      code: code,
      status: progress.status
     };
     return {
      came: came,
      wasKept: opened?.request.reusedSocket ?? false
     };
    } finally {
     opened?.request.destroy();
    }
   }
   function stageOf({isConnected: isConnected, isHandedOver: isHandedOver, status: status}) {
    if (status !== void 0) return "receive";
    if (!isConnected) return "connect";
    return isHandedOver ? "wait" : "send";
   }
   function watchConnection(request, progress) {
    const connected = () => {
     progress.isConnected = true;
    };
    request.once("socket", socket => {
     if (request.reusedSocket) connected(); else socket.once("encrypted" in socket ? "secureConnect" : "connect", connected);
    });
   }
   function replyTo(request) {
    return new Promise((resolve, reject) => {
     request.once("response", resolve);
     request.on("error", reject);
     request.once("close", () => reject(new Error("closed")));
    });
   }
   function throughout(message, request, signal) {
    let broken;
    request.once("error", error => {
     if (!message.complete) broken = error;
    });
    return {
     headers: message.headers,
     async* [Symbol.asyncIterator]() {
      yield* message;
      signal.throwIfAborted();
      if (broken !== void 0) throw broken;
     }
    };
   }
   function headersToSend(headers, body) {
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [ name.toLowerCase(), value ]));
    const all = {
     "user-agent": USER_AGENT,
     ...lower
    };
    return body ? {
     "content-type": body.contentType,
     ...all,
     "content-length": String(body.size)
    } : all;
   }
   function withoutPrototype(headers) {
    return Object.assign(Object.create(null), headers);
   }
   function codeOf(error) {
    const code = (0, error_code.C)(error);
    if (code !== "EPROTO") return code ?? "UNKNOWN";
    const reason = /:SSL routines:[^:]*:([^:]+):/.exec(String(error))?.[1];
    return reason === void 0 ? code : `ERR_SSL_${reason.replaceAll(" ", "_").toUpperCase()}`;
   }
  }),
  336: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    J: () => METHODS,
    N: () => methodOf
   });
   const METHODS = [ "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" ];
   function methodOf(text) {
    return METHODS.find(method => method === text);
   }
  }),
  8546: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    m: () => proxyFailureIn,
    x: () => proxyFailure
   });
   var _text_error_code_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3924);
   function proxyFailure(reason, cause) {
    return new _text_error_code_js__WEBPACK_IMPORTED_MODULE_0__.A(`PROXY_${reason}`, cause);
   }
   const SQUID_REFUSED = /^ERR_(?:ACCESS_DENIED|CACHE_ACCESS_DENIED|CANNOT_FORWARD|CONNECT_FAIL|DNS_FAIL|SECURE_CONNECT_FAIL)\b/;
   function proxyFailureIn({statusCode: statusCode, statusMessage: statusMessage, headers: headers}) {
    const isTinyproxys = String(headers["server"]).startsWith("tinyproxy/");
    const isRefused = statusCode === 407 || SQUID_REFUSED.test(String(headers["x-squid-error"])) || isTinyproxys && (statusCode === 403 || statusMessage === "Unable to connect");
    return isRefused ? proxyFailure(String(statusCode)) : void 0;
   }
  }),
  2749: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    YB: () => proxyAuthorization,
    iJ: () => proxyFor,
    w4: () => hostOf
   });
   async function proxyFor(url) {
    const variable = url.protocol === "https:" ? "https_proxy" : "http_proxy";
    const named = process.env[variable] || process.env[variable.toUpperCase()];
    return named ? (await __nccwpck_require__.e(65).then(__nccwpck_require__.bind(__nccwpck_require__, 4065))).namedProxy(url, named) : void 0;
   }
   function hostOf({hostname: hostname}) {
    return hostname.replace(/^\[|\]$/g, "");
   }
   function proxyAuthorization({username: username, password: password}) {
    if (username === "" && password === "") return {};
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return {
     "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}`
    };
   }
  }),
  7003: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    XG: () => REPLY_LIMIT,
    oJ: () => OUTPUT_LIMIT,
    uL: () => receiveBody,
    vf: () => discard
   });
   var _text_error_code_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3924);
   const OUTPUT_LIMIT = 1024 * 1024;
   const REPLY_LIMIT = 1024 * 1024 * 1024;
   async function receiveBody(reply, directory) {
    const isCompressed = reply.headers["content-encoding"] !== void 0;
    const plain = isCompressed ? (await __nccwpck_require__.e(827).then(__nccwpck_require__.bind(__nccwpck_require__, 6827))).uncompressed(reply) : reply;
    const chunks = [];
    let size = 0;
    let file;
    try {
     for await (const chunk of plain) {
      size += chunk.length;
      if (size > REPLY_LIMIT) throw new _text_error_code_js__WEBPACK_IMPORTED_MODULE_0__.A("TOO_LARGE");
      if (size > OUTPUT_LIMIT) {
       if (!file) {
        const {createReplyFile: createReplyFile} = await __nccwpck_require__.e(352).then(__nccwpck_require__.bind(__nccwpck_require__, 2352));
        file = await createReplyFile(directory, reply.headers["content-type"]);
        await file.append(Buffer.concat(chunks));
       }
       await file.append(chunk);
      }
      const room = OUTPUT_LIMIT - (size - chunk.length);
      if (room > 0) chunks.push(chunk.subarray(0, room));
     }
    } catch (error) {
     await (file?.close());
     await discard({
      file: file?.path
     });
     throw error;
    }
    await (file?.close());
    return {
     start: Buffer.concat(chunks),
     size: size,
     file: file?.path
    };
   }
   async function discard({file: file}) {
    if (file === void 0) return;
    const {rm: rm} = await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 1455, 19));
    await rm(file, {
     force: true
    });
   }
  }),
  4999: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    U: () => isWithin,
    o: () => isSuccess
   });
   function isWithin(status, ranges) {
    return ranges.some(([from, to]) => status >= from && status <= to);
   }
   function isSuccess(status) {
    return isWithin(status, [ [ 200, 299 ] ]);
   }
  }),
  6528: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    QH: () => parseInstanceUrl,
    VM: () => instancePath,
    _O: () => parseWorkflowId,
    op: () => parseWebhookBase
   });
   var _n8n_address_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6583);
   var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9093);
   var _text_result_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5717);
   var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3368);
   function parseWorkflowId(text) {
    if (text === "") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(void 0);
    if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(text);
    return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)("workflow-id: is not a workflow's id. Take the last part of the editor's address, \u2026/workflow/ID.");
   }
   function parseInstanceUrl(text) {
    if (text === "") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(void 0);
    const url = (0, _values_js__WEBPACK_IMPORTED_MODULE_0__.Dl)("api-url", text);
    if (!url.ok) return url;
    if ((0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_3__.YN)(url.value) !== void 0) return (0, 
    _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)("api-url: contains credentials. Put them in url: n8n's API gets them, too, if it has the same origin.");
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(url.value.origin + instancePath(url.value.pathname));
   }
   function parseWebhookBase(text) {
    if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(text.replace(/^\/+|\/+$/g, ""));
    const url = (0, _values_js__WEBPACK_IMPORTED_MODULE_0__.Dl)("webhook-base", text);
    if (!url.ok) return url;
    if ((0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_3__.YN)(url.value) !== void 0) return (0, 
    _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)("webhook-base: contains credentials. Put them in basic-auth.");
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(url.value.origin + url.value.pathname.replace(/\/+$/, ""));
   }
   const EDITOR_PAGE = /\/(?:workflow\/[\w-]+|(?:home|projects\/[\w-]+)\/(?:workflows|credentials|executions)|settings\/[\w-]+|signin)(?:\/.*)?$/;
   function instancePath(path) {
    return path.replace(EDITOR_PAGE, "").replace(/\/+$/, "").replace(/\/api\/v\d+$/, "");
   }
  }),
  1676: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    r: () => withDefaults,
    z: () => DEFAULTS
   });
   const DEFAULTS = {
    mode: "webhook",
    method: "POST",
    "include-context": "false",
    "if-no-files-found": "error",
    "content-type": "application/json",
    "jwt-algorithm": "HS256",
    route: "auto",
    "webhook-base": "webhook",
    wait: "false",
    "wait-timeout": "10m",
    "stop-on-cancel": "true",
    timeout: "5m",
    retries: "3",
    "retry-ambiguous": "false",
    "accept-status": "200-299",
    "fail-on-error": "true",
    "if-unconfigured": "error",
    "allow-http": "false",
    summary: "true"
   };
   function withDefaults(input, defaults = DEFAULTS) {
    return name => input(name).trim() || (defaults[name] ?? "");
   }
  }),
  561: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    S: () => exposesSecret
   });
   var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
   var _http_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2749);
   function nearNetworks() {
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList;
    for (const [network, prefix] of [ [ "127.0.0.0", 8 ], [ "10.0.0.0", 8 ], [ "172.16.0.0", 12 ], [ "192.168.0.0", 16 ], [ "169.254.0.0", 16 ], [ "100.64.0.0", 10 ] ]) list.addSubnet(network, prefix, "ipv4");
    list.addAddress("::1", "ipv6");
    list.addSubnet("fc00::", 7, "ipv6");
    list.addSubnet("fe80::", 10, "ipv6");
    return list;
   }
   const NEAR_NAMES = /(?:^|\.)(?:localhost|local|internal|home\.arpa|lan|alt|svc)$/i;
   function exposesSecret(url) {
    if (url.protocol !== "http:") return false;
    const host = (0, _http_proxy_js__WEBPACK_IMPORTED_MODULE_1__.w4)(url);
    const family = (0, node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host);
    if (family !== 0) return !nearNetworks().check(host, family === 6 ? "ipv6" : "ipv4");
    return host.includes(".") && !NEAR_NAMES.test(host.replace(/\.$/, ""));
   }
  }),
  416: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Tu: () => toleranceFor,
    mi: () => IF_UNCONFIGURED,
    ui: () => wantsSummary
   });
   const IF_UNCONFIGURED = [ "error", "warn", "ignore" ];
   function toleranceFor(problems, asked) {
    return asked !== "error" && problems.every(({isUnset: isUnset}) => isUnset) ? asked : void 0;
   }
   function wantsSummary({input: input}) {
    return input("summary").trim().toLowerCase() !== "false";
   }
  }),
  840: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Do: () => parseKey,
    I9: () => isMcpToken,
    NP: () => parseSecretKey
   });
   var _text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5666);
   var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9093);
   var _text_result_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5717);
   var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3368);
   function parseSecretKey(text, hasApiHeaders) {
    const key = text("secret-key");
    const isApiMode = text("mode") === "api";
    const byMcp = isApiMode && text("route") === "mcp";
    const need = isApiMode && "mode: api" || /^true$/i.test(text("wait")) && "wait: true" || hasApiHeaders && "api-headers";
    if (key === "") {
     if (!need) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(void 0);
     const kind = byMcp ? "an n8n MCP access token" : "an n8n API key";
     return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.wC)(`secret-key: is required with ${need}: ${kind}. ${_values_js__WEBPACK_IMPORTED_MODULE_0__.Ag}`);
    }
    const sound = parseKey(key);
    if (!sound.ok) return sound;
    if (byMcp && !isMcpToken(key)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)("secret-key: is not an MCP access token, which route mcp needs. Create one: n8n, Settings, Instance-level MCP, Connect, API key.");
    if (isMcpToken(key) && (!isApiMode || /^(?:start|webhook)$/.test(text("route")))) return (0, 
    _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)("secret-key: is an MCP access token, which works only in mode api with route mcp or auto. Create an API key: n8n, Settings, n8n API.");
    return sound;
   }
   function parseKey(key) {
    if (!/^[\x21-\x7e]*$/.test(key)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)("secret-key: contains a space, line break or other invalid character.");
    if (/^(["']).*\1$/.test(key)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)("secret-key: is in quotes. Remove them from the secret.");
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(key);
   }
   function isMcpToken(key) {
    const claims = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.MR)(Buffer.from(key.split(".")[1] ?? "", "base64url").toString("utf8"));
    if (!(0, _text_json_js__WEBPACK_IMPORTED_MODULE_3__.jh)(claims)) return false;
    return [ claims["aud"] ].flat().includes("mcp-server-api");
   }
  }),
  8569: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    My: () => SCHEME,
    NT: () => proxySecretsIn,
    VY: () => secretsIn,
    _o: () => hasSecretName
   });
   var _n8n_address_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6583);
   var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3368);
   const SECRET_WORD = /(?:^auth|authorization|authentication|tokens?|secret|cookies?|signature|^sig|hmac|password|passwd|passphrase|^pass|^pwd|^otp|credentials?|jwt|session|^access|^bearer|^key|(?:api|access|auth|secret|private)key)$/;
   const SCHEME = /^(?:basic|bearer|digest|dpop|gnap|hoba|mutual|negotiate|oauth|privatetoken|vapid|token|api-?key|key|jwt|ssws|splunk|geniekey|hmac|signature|aws4-hmac-sha256|scram-sha-(?:1|256))$/i;
   const DESCRIPTION = /^(?:alg|algorithm|expires|expiry|format|level|method|mode|scheme|timeout|timestamp|ttl|type|version)$/;
   function hasSecretName(name) {
    const words = name.replace(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase();
    const parts = words.split(/[^a-z\d]+/);
    if (DESCRIPTION.test(parts.at(-1) ?? "") || words.startsWith("access-control-")) return false;
    return parts.some(word => SECRET_WORD.test(word));
   }
   function presumedHeaders(text) {
    return text.split(/[\r\n]+/).map(line => {
     const [, name, value = ""] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
     return name === void 0 ? [ "Authorization", line ] : [ name, value.replace(/^["']|["']?[,}\s]*$/g, "") ];
    });
   }
   function secretsIn(text, headers) {
    const pairs = Object.entries(headers).flatMap(([name, read]) => read.ok ? read.value : presumedHeaders(text(name)));
    const urls = [ "url", "api-url", "webhook-base" ].flatMap(name => (0, _values_js__WEBPACK_IMPORTED_MODULE_0__.dW)(text(name)) ?? []);
    const credentials = [ text("basic-auth"), ...urls.map(url => (0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_1__.YN)(url) ?? "") ].filter(Boolean);
    return [ text("secret-key"), text("jwt-secret"), text("client-key"), text("signing-secret"), ...pairs.flatMap(secretsOfHeader), ...credentials.flatMap(secretsOfPair), ...urls.map(({username: username, password: password}) => password || username) ].filter(secret => secret !== "");
   }
   function secretsOfHeader([name, value]) {
    const [, scheme = value.trim(), rest = ""] = /^(\S+)\s+(.+)$/s.exec(value) ?? [];
    const isScheme = SCHEME.test(scheme);
    if (hasSecretName(name) && isScheme && rest === "") return [];
    if (hasSecretName(name)) return [ value, ...scheme.includes("=") ? [] : [ rest ], ...pairValues(value) ];
    return isScheme && !/\s/.test(rest) ? [ rest ] : [];
   }
   function pairValues(text) {
    const values = text.split(/[\s,;]+/).flatMap(pair => /^[\w.-]+="?([^"]+)"?$/.exec(pair)?.[1] ?? []);
    return values.filter(value => value.length >= 8 && /[^a-z]/i.test(value));
   }
   function proxySecretsIn(env) {
    const proxies = [ "http_proxy", "https_proxy" ].flatMap(name => [ env[name], env[name.toUpperCase()] ]);
    const pairs = proxies.flatMap(proxy => /^(?:\w+:\/\/)?(.+)@/s.exec(proxy ?? "")?.[1] ?? []);
    return pairs.flatMap(pair => secretsOfPair((0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_1__.D4)(pair)));
   }
   function secretsOfPair(pair) {
    const colon = pair.indexOf(":");
    return [ pair, pair.slice(colon + 1) || pair.slice(0, colon), Buffer.from(pair).toString("base64") ];
   }
  }),
  2623: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Wv: () => certainRoute,
    hu: () => parseTarget,
    uO: () => inputOfWebhooks
   });
   var _n8n_address_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6583);
   var _request_payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2956);
   var _text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9093);
   var _text_result_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5717);
   var _address_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6528);
   var _secret_key_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(840);
   var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3368);
   const ROUTES = [ "auto", "start", "webhook", "mcp" ];
   function parseTarget(text) {
    const words = (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.kg)({
     mode: (0, _values_js__WEBPACK_IMPORTED_MODULE_3__.kB)("mode", text("mode"), [ "webhook", "api" ]),
     route: (0, _values_js__WEBPACK_IMPORTED_MODULE_3__.kB)("route", text("route"), ROUTES),
     webhookBase: (0, _address_js__WEBPACK_IMPORTED_MODULE_1__.op)(text("webhook-base"))
    });
    return text("mode") === "api" ? parseApiTarget(text, words) : parseWebhookTarget(text, words);
   }
   function certainRoute(target, contentType) {
    if (target.mode === "webhook") return "webhook";
    if (target.route !== "auto") return target.route;
    if (!(0, _request_payload_js__WEBPACK_IMPORTED_MODULE_0__.Fh)(contentType)) return "webhook";
    return target.isGateway ? "start" : void 0;
   }
   function inputOfWebhooks({webhookBase: webhookBase}) {
    return /^https?:/.test(webhookBase) ? "webhook-base" : "url";
   }
   function parseWebhookTarget(text, words) {
    const read = (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.kg)({
     words: words,
     url: parseWebhookUrl(text)
    });
    if (!read.ok) return read;
    const {url: url} = read.value;
    const credentials = (0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_5__.YN)(url);
    url.username = "";
    url.password = "";
    url.hash = "";
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_6__.ok)({
     mode: "webhook",
     isGateway: false,
     byMcp: false,
     url: url,
     credentials: credentials,
     resumes: (0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_5__.WS)(url)
    });
   }
   const ENDPOINT = /\/(?:webhook|form)(?:-test|-waiting)?\//;
   const PLACEHOLDER = /\/:[A-Za-z_]\w*(?:\/|$)/;
   const OWN_PATH = /\/(?:healthz(?:\/.*)?|metrics)\/?$|\/(?:rest|api\/v\d+|mcp-server)(?:\/|$)/;
   const USE_API_MODE = "To run a workflow by its id, add mode: api.";
   const IF_WEBHOOK = "If url is a webhook, give n8n's address in api-url.";
   function parseWebhookUrl(text) {
    const url = (0, _values_js__WEBPACK_IMPORTED_MODULE_3__.Dl)("url", text("url"));
    if (url.ok && PLACEHOLDER.test(url.value.pathname)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)("url: has a placeholder like :id in its path. Write a value in its place.");
    if (!url.ok || text("api-url") !== "") return url;
    const {pathname: pathname} = url.value;
    if (ENDPOINT.test(pathname) || (0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_5__.WS)(url.value) !== void 0) return url;
    if (OWN_PATH.test(pathname)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)(`url: is one of n8n's own paths, where no workflow runs. Give the Production URL of the Webhook node. ${USE_API_MODE}`);
    if (EDITOR_LINK.test(pathname)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)(`url: is a link to n8n's editor, not a webhook's URL. ${USE_API_MODE} ${IF_WEBHOOK}`);
    if (text("workflow-id") === "") return url;
    return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)(`workflow-id: is given, but url has no /webhook/ in it. ${USE_API_MODE} ${IF_WEBHOOK}`);
   }
   const EDITOR_LINK = /\/workflow\/([A-Za-z0-9_-]+)(?:\/.*)?$/;
   function parseApiTarget(text, words) {
    const url = (0, _values_js__WEBPACK_IMPORTED_MODULE_3__.Dl)("url", text("url"));
    const link = EDITOR_LINK.exec(url.ok ? url.value.pathname : text("url"));
    const linkedId = link?.[1] === "new" ? void 0 : link?.[1];
    const read = (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.kg)({
     words: words,
     url: url,
     workflowId: parseRequiredId(text, linkedId)
    });
    if (!read.ok) return read;
    const {workflowId: workflowId} = read.value;
    const {route: givenRoute, webhookBase: webhookBase} = read.value.words;
    const {origin: origin, pathname: pathname} = read.value.url;
    const base = origin + (0, _address_js__WEBPACK_IMPORTED_MODULE_1__.VM)(pathname);
    const route = givenRoute === "auto" && (0, _secret_key_js__WEBPACK_IMPORTED_MODULE_2__.I9)(text("secret-key")) ? "mcp" : givenRoute;
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_6__.ok)({
     mode: "api",
     isGateway: (0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_5__.hR)(new URL(base)) !== void 0,
     byMcp: route === "mcp",
     base: base,
     credentials: (0, _n8n_address_js__WEBPACK_IMPORTED_MODULE_5__.YN)(read.value.url),
     resumes: void 0,
     workflowId: workflowId,
     route: route,
     webhookBase: webhookBase,
     triggerNode: text("trigger-node") || void 0
    });
   }
   function parseRequiredId(text, linked) {
    const given = (0, _address_js__WEBPACK_IMPORTED_MODULE_1__._O)(text("workflow-id"));
    if (!given.ok) return given;
    const id = given.value ?? linked;
    if (id === void 0) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.wC)("workflow-id: is required with mode: api. It is the last part of the editor's address, \u2026/workflow/ID.");
    if (linked === void 0 || linked === id) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_6__.ok)(id);
    return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)(`workflow-id: is ${id}, but the editor link in url names ${linked}. Keep one of the two.`);
   }
  }),
  3368: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Ag: () => UNSET,
    C2: () => parseStatusRanges,
    Dl: () => parseUrl,
    E9: () => parseDuration,
    Md: () => IF_NO_FILES,
    dW: () => presumedUrl,
    kB: () => parseWord,
    yG: () => parseBoolean,
    zq: () => parseCount
   });
   var _text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9093);
   var _text_result_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5717);
   var _text_unicode_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9305);
   const MILLISECONDS = {
    ms: 1,
    s: 1e3,
    m: 6e4,
    h: 36e5
   };
   const LONGEST_HOURS = 596;
   function parseDuration(name, text) {
    const [, count, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
    const ms = Math.round(Number(count) * (MILLISECONDS[unit] ?? Number.NaN));
    if (Number.isNaN(ms)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: ${quote(text)} is not a duration. Write seconds, or 500ms, 30s, 10m, 1h.`);
    if (ms < 1 || ms > LONGEST_HOURS * 36e5) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: ${quote(text)} is out of range. Give more than zero and at most ${LONGEST_HOURS}h.`);
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(ms);
   }
   function parseCount(name, text, most) {
    if (/^\d{1,9}$/.test(text) && Number(text) <= most) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(Number(text));
    return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: ${quote(text)} is not a whole number from 0 to ${most}.`);
   }
   function parseBoolean(name, text) {
    if (/^(true|True|TRUE)$/.test(text)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(true);
    if (/^(false|False|FALSE)$/.test(text)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(false);
    return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: ${quote(text)} is neither true nor false.`);
   }
   function parseWord(name, text, words) {
    const found = words.find(word => word === text);
    if (found !== void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(found);
    return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: ${quote(text)} is unknown. Use one of: ${words.join(", ")}.`);
   }
   function parseStatusRanges(name, text) {
    const ranges = [];
    for (const part of text.split(",").map(piece => piece.trim())) {
     const match = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(part);
     const from = Number(match?.[1]);
     const to = Number(match?.[2] ?? match?.[1]);
     if (!match || from > to) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: ${quote(part)} is not a status code or range. Write for example 200-299,404.`);
     ranges.push([ from, to ]);
    }
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(ranges);
   }
   const IF_NO_FILES = [ "error", "warn", "ignore" ];
   const UNSET = "If it comes from a secret, check the secret's name; runs from forks get no secrets.";
   const NO_HOST = /^(?:https?:\/\/(?:[^/?#\\]*@)?)?(?::(?![^/?#\\]*@)|[?#\\]|\/(?!\/)|$)/i;
   const NO_USER = /^https?:\/\/:[^/?#\\]*@/i;
   const UNSEEN = (0, _text_unicode_js__WEBPACK_IMPORTED_MODULE_2__.g)(String.raw`[\s\p{Cc}\p{Cf}]`, "u");
   function parseUrl(name, text) {
    if (text === "") return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.wC)(`${name}: is required. ${UNSET}`);
    if (NO_HOST.test(text)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.wC)(`${name}: has no host. ${UNSET}`);
    if (NO_USER.test(text)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.wC)(`${name}: has no user in front of the host. ${UNSET}`);
    if ((0, _text_unicode_js__WEBPACK_IMPORTED_MODULE_2__.E)(text) ? /[\0-\x20\x7f]/.test(text) : UNSEEN().test(text)) return (0, 
    _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: contains a space, line break or invisible character. Write a space as %20.`);
    const url = URL.parse(text);
    if (!url || !/^https?:\/\//i.test(text)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: is not an absolute http or https URL, like https://n8n.example.com/\u2026`);
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_1__.ok)(url);
   }
   function presumedUrl(text) {
    return URL.parse(text.replace(/^[\s"'<]+|[\s"'>]+$/g, "")) ?? void 0;
   }
   function quote(text) {
    const line = text.replace(/\s+/g, " ");
    return line.length > 40 ? '"\u2026"' : `"${line}"`;
   }
  }),
  6583: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    CW: () => isTriggerUrl,
    D4: () => decode,
    Qe: () => executionPage,
    U: () => underInstance,
    WS: () => resumedExecution,
    YN: () => credentialsOf,
    hR: () => instanceOf,
    qF: () => isTestUrl,
    wg: () => inputOf
   });
   function instanceOf({origin: origin, pathname: pathname}) {
    const path = /^(.*?)\/webhook(?:-test)?\//.exec(pathname)?.[1];
    return path === void 0 ? void 0 : origin + path;
   }
   function isTriggerUrl({pathname: pathname}) {
    return /\/(?:webhook|form)(?:-test)?\//.test(pathname);
   }
   function isTestUrl({pathname: pathname}) {
    return /\/(?:webhook|form)-test\//.test(pathname);
   }
   function resumedExecution({pathname: pathname, searchParams: searchParams}) {
    const named = /\/(?:webhook|form)-waiting\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
    if (named !== void 0 || !searchParams.has("signature")) return named;
    return /\/(\d+)(?:\/[^/]*)?$/.exec(pathname)?.[1];
   }
   function inputOf(from) {
    return from === "api-url" ? "api-url" : "url";
   }
   function underInstance(place, base) {
    return /^https?:/.test(place) ? place : `${base}/${place}`;
   }
   function executionPage(base, {id: id, workflowId: workflowId}) {
    return workflowId === void 0 ? void 0 : `${base}/workflow/${workflowId}/executions/${id}`;
   }
   function credentialsOf(url) {
    if (url.username === "" && url.password === "") return;
    return `${decode(url.username)}:${decode(url.password)}`;
   }
   function decode(text) {
    try {
     return decodeURIComponent(text);
    } catch {
     return text;
    }
   }
  }),
  4659: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    t: () => executionIdOf
   });
   var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5666);
   function executionIdOf(value) {
    const text = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_0__.ws)(value);
    return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)) ? text : void 0;
   }
  }),
  5138: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    D_: () => unbroken,
    bs: () => together,
    q: () => linked,
    qy: () => html,
    yZ: () => collapsed
   });
   var _text_format_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3387);
   function html(words, ...values) {
    const texts = values.map(value => typeof value === "object" ? value.markup : (0, 
    _text_format_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(String(value)));
    return {
     markup: String.raw({
      raw: words
     }, ...texts)
    };
   }
   function linked(text, url, name) {
    const link = html`<a href="${url}">${name}</a>`;
    return {
     markup: html`${text}`.markup.replaceAll((0, _text_format_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(url), () => link.markup)
    };
   }
   function unbroken(text) {
    return {
     markup: html`${text}`.markup.replaceAll(" ", "&nbsp;")
    };
   }
   function together(pieces, separator = "") {
    return {
     markup: pieces.map(({markup: markup}) => markup).join(separator)
    };
   }
   function collapsed(title, content) {
    return html`<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
   }
  }),
  4121: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Y: () => outputsOf,
    u: () => FILE_FROM
   });
   const FILE_FROM = 100 * 1024;
   function outputsOf({outcome: outcome, reply: reply, data: data, traceId: traceId, durationMs: durationMs}) {
    const {exchange: exchange, execution: execution, verdict: verdict, route: route, attempts: attempts} = outcome;
    return {
     success: String(verdict.success),
     status: exchange?.kind === "reply" ? String(exchange.status) : "",
     "response-body": reply.text ?? "",
     "response-file": reply.file ?? "",
     "response-headers": exchange?.kind === "reply" ? JSON.stringify(exchange.headers) : "",
     route: route ?? "",
     attempts: String(attempts),
     duration: String(Math.round(durationMs)),
     "execution-id": execution?.id ?? "",
     "execution-status": execution?.status ?? "",
     "execution-url": execution?.url ?? "",
     "execution-data": data.text ?? "",
     "execution-data-file": data.file ?? "",
     "trace-id": traceId
    };
   }
  }),
  6129: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    eX: () => TITLES,
    O9: () => finish,
    z8: () => report,
    n0: () => setOutputs
   });
   var format = __nccwpck_require__(3387);
   var safe = __nccwpck_require__(8753);
   var verdict_verdict = __nccwpck_require__(8579);
   var outputs = __nccwpck_require__(4121);
   var external_node_buffer_ = __nccwpck_require__(4573);
   // CONCATENATED MODULE: external "node:string_decoder"
   const external_node_string_decoder_namespaceObject = require("node:string_decoder");
   // CONCATENATED MODULE: ./build/report/reply-text.js
   const TEXT_TYPES = /^(?:text\/|application\/(?:[^;]*[+.-])?(?:json|xml|yaml|javascript|x-ndjson|ndjson|x-www-form-urlencoded)\s*(?:;|$))/i;
   async function replyText(exchange, directory, show) {
    if (exchange?.kind !== "reply" || exchange.body.size === 0) return {};
    const {headers: headers, body: body} = exchange;
    const type = headers["content-type"] ?? "";
    const {start: start, file: file} = body;
    const textStart = file === void 0 ? start : withoutCutCharacter(start);
    const text = isText(textStart, type) ? textStart.toString("utf8") : void 0;
    if (file !== void 0) {
     if (text === void 0) return {
      file: file
     };
     const {size: size} = body;
     const warning = (0, safe.cv)`The reply has ${size} bytes: response-body has the first ${textStart.length}, and response-file has all of it.`;
     return {
      text: text,
      file: file,
      warning: warning
     };
    }
    if (text !== void 0 && start.length <= outputs.u) return {
     text: text
    };
    const {writeReplyFile: writeReplyFile} = await __nccwpck_require__.e(352).then(__nccwpck_require__.bind(__nccwpck_require__, 2352));
    const written = await writeReplyFile(directory, type, start);
    const output = text === void 0 ? {} : {
     text: text
    };
    if (written.ok) return {
     ...output,
     file: written.value
    };
    const what = text === void 0 ? (0, safe.cv)`is not text` : (0, safe.cv)`has ${start.length} bytes`;
    const warning = (0, safe.cv)`The reply ${what} and could not be written to response-file (${show(written.error)}).`;
    return {
     ...output,
     warning: warning
    };
   }
   function isText(bytes, contentType) {
    return (contentType === "" || TEXT_TYPES.test(contentType)) && (0, external_node_buffer_.isUtf8)(bytes) && !bytes.includes(0);
   }
   function withoutCutCharacter(bytes) {
    return bytes.subarray(0, Buffer.byteLength(new external_node_string_decoder_namespaceObject.StringDecoder("utf8").write(bytes)));
   }
   var summary = __nccwpck_require__(8144);
   // CONCATENATED MODULE: ./build/report/report.js
   const TITLES = {
    "wrong inputs": (0, safe.cv)`The inputs of the n8n step are wrong`,
    "not triggered": (0, safe.cv)`The n8n workflow was not triggered`,
    "may have run": (0, safe.cv)`The n8n workflow may have run`,
    failed: (0, safe.cv)`The n8n workflow failed`,
    canceled: (0, safe.cv)`The n8n workflow was canceled`,
    "no success": (0, safe.cv)`The n8n workflow did not succeed`,
    "not accepted": (0, safe.cv)`The n8n workflow ran, but its result was not accepted`,
    cancelled: (0, safe.cv)`The n8n step was cancelled`,
    "stopped waiting": (0, safe.cv)`The n8n step stopped waiting for the workflow`,
    "result unknown": (0, safe.cv)`The result of the n8n workflow is unknown`
   };
   async function report(outcome, run, settings, host) {
    const {successWhen: successWhen, target: target} = settings;
    const resumes = target.resumes !== void 0;
    const done = await finish(outcome, resumes, run, host);
    const finished = successWhen ? (await __nccwpck_require__.e(314).then(__nccwpck_require__.bind(__nccwpck_require__, 9314))).withCondition(done, successWhen, host.show) : done;
    const {verdict: verdict} = finished.outcome;
    setOutputs(finished, host);
    const help = verdict.success ? void 0 : (await __nccwpck_require__.e(517).then(__nccwpck_require__.bind(__nccwpck_require__, 3517))).helpOn(verdict.row, host);
    if (settings.summary) host.writeSummary((0, summary.YG)(finished, await chartOf(finished), host, help));
    for (const {warning: warning} of [ finished.reply, finished.data ]) if (warning) host.log.warning(warning);
    if (verdict.success) {
     if (verdict.message !== "") host.log.warning((0, verdict_verdict.WE)(verdict, resumes), verdict.claim && TITLES[verdict.claim]);
     host.log.info((0, safe.cv)`${verdict.claim ? (0, safe.cv)`Done` : (0, safe.cv)`Success`} in ${(0, 
     format.a3)(finished.durationMs)}`);
     return 0;
    }
    const claim = (0, verdict_verdict._B)(verdict);
    const isInput = claim === "wrong inputs";
    const fails = settings.failOnError || isInput || host.cancelled.aborted;
    const reason = (0, safe.fj)([ (0, verdict_verdict.WE)(verdict, resumes), ...isInput && !settings.failOnError ? [ (0, 
    safe.cv)`Invalid inputs always fail the step.` ] : [], ...fails ? [] : [ (0, safe.cv)`The step continues, because fail-on-error is false.` ] ]);
    const text = help ? (0, safe.fj)([ reason, (0, safe.cv)`Help: ${help}` ], "\n") : reason;
    host.log[fails ? "error" : "warning"](text, TITLES[claim]);
    return fails ? 1 : 0;
   }
   async function finish(outcome, resumes, {began: began, traceId: traceId}, host) {
    return {
     outcome: outcome,
     resumes: resumes,
     reply: await replyText(outcome.exchange, host.tempDirectory, host.show),
     data: await dataOf(outcome, host),
     traceId: traceId,
     durationMs: host.clock.monotonic() - began
    };
   }
   async function dataOf({execution: execution}, {tempDirectory: tempDirectory, show: show}) {
    const items = execution?.result?.items;
    return items ? (await __nccwpck_require__.e(30).then(__nccwpck_require__.bind(__nccwpck_require__, 4649))).executionData(items, tempDirectory, show) : {};
   }
   async function chartOf({outcome: outcome}) {
    const runs = outcome.execution?.result?.runs ?? [];
    if (runs.length === 0) return;
    const {ganttBlock: ganttBlock} = await __nccwpck_require__.e(317).then(__nccwpck_require__.bind(__nccwpck_require__, 8317));
    return {
     markdown: ganttBlock(runs),
     nodes: new Set(runs.map(({node: node}) => node)).size
    };
   }
   function setOutputs(finished, host) {
    for (const [name, value] of Object.entries((0, outputs.Y)(finished))) host.setOutput(name, value);
   }
  }),
  8144: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Cp: () => helpLink,
    cg: () => stepOf,
    YG: () => summaryOf,
    Mp: () => written
   });
   var format = __nccwpck_require__(3387);
   var safe = __nccwpck_require__(8753);
   var verdict_verdict = __nccwpck_require__(8579);
   var html = __nccwpck_require__(5138);
   var json = __nccwpck_require__(5666);
   // CONCATENATED MODULE: ./build/report/preview.js
   const MOST = 4e3;
   const DEEPEST = 8;
   const MOST_VALUES = 300;
   const MOST_MEMBERS = 20;
   const LONGEST_TEXT = 500;
   function previewOf(value, host) {
    const shown = pruned(value, {
     depth: 0,
     left: MOST_VALUES,
     host: host
    });
    return host.showLines(JSON.stringify(shown, null, 2), MOST);
   }
   function previewOfText(text, host) {
    const value = /^\s*[[{]/.test(text) ? (0, json.MR)(text) : void 0;
    return value === void 0 ? host.showLines(text, MOST) : previewOf(value, host);
   }
   function pruned(value, walk) {
    walk.left -= 1;
    const show = text => walk.host.showLines(text, LONGEST_TEXT);
    if (typeof value === "string") return show(value);
    if (typeof value !== "object" || value === null) return value;
    if (walk.depth === DEEPEST) return "\u2026";
    const inner = {
     ...walk,
     depth: walk.depth + 1
    };
    const shown = [];
    const members = Object.entries(value);
    for (const [name, member] of members.slice(0, MOST_MEMBERS)) {
     if (inner.left <= 0) break;
     shown.push([ show(name), pruned(member, inner) ]);
    }
    walk.left = inner.left;
    const isCut = shown.length < members.length;
    if (Array.isArray(value)) return [ ...shown.map(([, item]) => item), ...isCut ? [ "\u2026" ] : [] ];
    return Object.fromEntries(isCut ? [ ...shown, [ "\u2026", "\u2026" ] ] : shown);
   }
   // CONCATENATED MODULE: ./build/report/summary.js
   const MOST_ITEMS = 5;
   const LONGEST_MESSAGE = 4e3;
   const FEWEST_NODES = 3;
   function summaryOf(finished, chart, host, help) {
    const {outcome: outcome, reply: reply} = finished;
    return written([ heading(finished, host), ...stepOf(host), ...reasonOf(finished, host, help), ...chart ? [ drawn(chart) ] : [], ...dataOf(outcome.execution?.result?.items, host), ...replyOf(outcome.exchange, reply, host), factsOf(finished, host) ]);
   }
   function written(blocks) {
    return `\n${(0, html.bs)(blocks, "\n\n").markup}\n`;
   }
   const ENDINGS = {
    success: [ (0, safe.cv)`\u2705`, (0, safe.cv)`succeeded in` ],
    accepted: [ (0, safe.cv)`\u2705`, (0, safe.cv)`triggered in` ],
    "nothing ran": [ (0, safe.cv)`\u26a0\ufe0f`, (0, safe.cv)`accepted, but nothing ran, in` ],
    "wrong inputs": [ (0, safe.cv)`\u274c`, (0, safe.cv)`not triggered (wrong input) after` ],
    "not triggered": [ (0, safe.cv)`\u274c`, (0, safe.cv)`not triggered after` ],
    "may have run": [ (0, safe.cv)`\u26a0\ufe0f`, (0, safe.cv)`may have run, gave up after` ],
    failed: [ (0, safe.cv)`\u274c`, (0, safe.cv)`failed after` ],
    canceled: [ (0, safe.cv)`\ud83d\udeab`, (0, safe.cv)`canceled after` ],
    "no success": [ (0, safe.cv)`\u274c`, (0, safe.cv)`did not succeed, ended after` ],
    "not accepted": [ (0, safe.cv)`\u274c`, (0, safe.cv)`result not accepted after` ],
    cancelled: [ (0, safe.cv)`\ud83d\udeab`, (0, safe.cv)`step cancelled after` ],
    "stopped waiting": [ (0, safe.cv)`\u23f1\ufe0f`, (0, safe.cv)`stopped waiting after` ],
    "result unknown": [ (0, safe.cv)`\u26a0\ufe0f`, (0, safe.cv)`result unknown after` ]
   };
   function heading({outcome: outcome, durationMs: durationMs}, host) {
    const {verdict: verdict, execution: execution, workflowName: workflowName, call: call} = outcome;
    const result = execution?.status === "success" ? "success" : verdict.ran === "no" ? "nothing ran" : "accepted";
    const [icon, words] = ENDINGS[verdict.success ? verdict.claim ?? result : (0, verdict_verdict._B)(verdict)];
    const name = workflowName ?? (call ? (0, safe.cv)`n8n workflow at ${host.show(call.url.host, 100)}` : (0, 
    safe.cv)`n8n workflow`);
    const names = execution ? (0, html.qy)`${name} \u00b7 execution ${host.show(execution.id, 40)}` : (0, 
    html.qy)`${name}`;
    return (0, html.qy)`<h3>${icon} ${summary_link(names, execution?.url, host)} \u00b7 ${words} ${(0, 
    html.D_)((0, format.a3)(durationMs))}</h3>`;
   }
   function stepOf({env: env}) {
    const job = idIn(env["GITHUB_JOB"]);
    const step = idIn(ownIdOf(env));
    const parts = [ ...step === void 0 ? [] : [ (0, html.qy)`step <code>${step}</code>` ], ...job === void 0 ? [] : [ (0, 
    html.qy)`job <code>${job}</code>` ] ];
    return parts.length === 0 ? [] : [ (0, html.qy)`<p>${(0, html.bs)(parts, " \u00b7 ")}</p>` ];
   }
   function idIn(text) {
    return text !== void 0 && /^[\w-]{1,100}$/.test(text) ? (0, safe.Eh)(text) : void 0;
   }
   function ownIdOf(env) {
    const id = env["GITHUB_ACTION"];
    if (id === void 0 || id === "") return;
    return id.startsWith("__") ? /_(\d+)$/.exec(id)?.[1] : id;
   }
   function reasonOf({outcome: {verdict: verdict, execution: execution}, resumes: resumes}, host, help) {
    if (verdict.message === "") return [];
    const reason = host.show((0, verdict_verdict.WE)(verdict, resumes), LONGEST_MESSAGE);
    const page = openAddress(execution?.url, host);
    if (page === void 0) return [ (0, html.qy)`<p>${reason}${helpLink(help)}</p>` ];
    const end = reason.endsWith(page) ? (0, safe.cv)`.` : safe.K$;
    return [ (0, html.qy)`<p>${(0, html.q)(reason, page, (0, safe.cv)`the execution in n8n`)}${end}${helpLink(help)}</p>` ];
   }
   function helpLink(page) {
    return page ? (0, html.qy)` <a href="${page}">More on this</a>` : (0, html.qy)``;
   }
   function drawn({markdown: markdown, nodes: nodes}) {
    const diagram = {
     markup: markdown
    };
    return nodes < FEWEST_NODES ? (0, html.yZ)((0, safe.cv)`Nodes over time`, diagram) : diagram;
   }
   function dataOf(items, host) {
    if (items === void 0 || items.length === 0) return [];
    const shown = items.slice(0, MOST_ITEMS);
    const count = items.length === 1 ? (0, safe.cv)`1 item` : (0, safe.cv)`${items.length} items`;
    const part = shown.length < items.length ? (0, safe.cv)`, the first ${shown.length}` : safe.K$;
    return [ (0, html.qy)`<p>Result: ${count}${part}</p>`, (0, html.qy)`<pre>${previewOf(shown, host)}</pre>` ];
   }
   function replyOf(exchange, {text: text}, host) {
    if (exchange?.kind !== "reply" || text === void 0 || text === "") return [];
    const title = (0, safe.cv)`Reply: HTTP ${exchange.status}, ${(0, format.z3)(exchange.body.size)}`;
    return [ (0, html.yZ)(title, (0, html.qy)`<pre>${previewOfText(text, host)}</pre>`) ];
   }
   function factsOf({outcome: outcome, traceId: traceId, durationMs: durationMs}, host) {
    const {exchange: exchange, execution: execution, route: route, attempts: attempts, workflowName: workflowName, call: call} = outcome;
    const workflowPage = execution?.url?.replace(/\/executions\/\d+$/, "");
    const called = call && (0, safe.fj)([ host.show(call.method, 10), host.show(call.url.origin, 200) ]);
    const facts = [ [ (0, safe.cv)`Workflow`, workflowName && summary_link((0, html.qy)`${workflowName}`, workflowPage, host) ], [ (0, 
    safe.cv)`Execution`, execution && summary_link((0, html.qy)`${host.show(execution.id, 40)}`, execution.url, host) ], [ (0, 
    safe.cv)`Execution status`, execution && (0, safe.Vm)(execution.status) ], [ (0, 
    safe.cv)`Called`, called ], [ (0, safe.cv)`Route`, route && (0, safe.Vm)(route) ], [ (0, 
    safe.cv)`HTTP status`, exchange?.kind === "reply" ? (0, safe.cv)`${exchange.status}` : void 0 ], [ (0, 
    safe.cv)`Attempts`, (0, safe.cv)`${attempts}` ], [ (0, safe.cv)`Duration`, (0, format.a3)(durationMs) ], [ (0, 
    safe.cv)`Trace id`, host.show(traceId) ] ];
    const rows = facts.map(([name, value]) => value === void 0 || value === "" ? (0, 
    html.qy)`` : (0, html.qy)`<tr><th align="left">${name}</th><td>${value}</td></tr>`);
    return (0, html.yZ)((0, safe.cv)`Details`, (0, html.qy)`<table>${(0, html.bs)(rows)}</table>`);
   }
   function summary_link(text, url, host) {
    const address = openAddress(url, host);
    return address ? (0, html.qy)`<a href="${address}">${text}</a>` : text;
   }
   function openAddress(url, host) {
    if (url === void 0 || !/^https?:\/\//.test(url)) return;
    const shown = host.show(url, 2e3);
    return shown === url ? shown : void 0;
   }
  }),
  4834: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    D8: () => SIGNATURE_HEADER,
    aR: () => basicAuthorization,
    ou: () => hasHeader
   });
   const SIGNATURE_HEADER = "X-Hub-Signature-256";
   function basicAuthorization(userAndPassword) {
    return `Basic ${Buffer.from(userAndPassword, "utf8").toString("base64")}`;
   }
   function hasHeader(headers, name) {
    return headers.some(([own]) => own.toLowerCase() === name.toLowerCase());
   }
  }),
  2956: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    EN: () => isUrlEncoded,
    Fh: () => isJson,
    Nt: () => isMultipart,
    aE: () => isContext,
    vy: () => encodePayload,
    y6: () => findUnencodable
   });
   var _http_body_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5621);
   var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5666);
   var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5717);
   function findUnencodable(payload, method, contentType) {
    const isList = payload.source === "data" && !(0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.jh)(payload.data);
    if (method === "GET" || method === "HEAD") {
     if ("hasContext" in payload) return `include-context: ${method} has no body to add it to. Leave include-context out, or use POST or PUT.`;
     if (payload.source === "files") return `files: ${method} has no body to send them in. Use POST or PUT.`;
     if (payload.source === "context") return;
     if (payload.source === "data" && (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.jh)(payload.data)) return findExcess(payload.data, MOST_VALUES);
     return `payload: ${method} carries it in the query string, so it must be a map.`;
    }
    if (!isUrlEncoded(contentType) && !isMultipart(contentType)) return;
    if (isList) return `payload: a list cannot be sent as ${contentType}; give a map.`;
    return "data" in payload && (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.jh)(payload.data) ? findExcess(payload.data, MOST_FIELDS) : void 0;
   }
   const MOST_FIELDS = 1e3;
   const MOST_VALUES = 20;
   function findExcess(data, mostValues) {
    const counts = Object.values(data).map(value => (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.Bq)(value) ? value.length : 1);
    if (counts.reduce((sum, count) => sum + count, 0) > MOST_FIELDS) return `payload: has more than ${MOST_FIELDS} fields, and n8n would drop the rest. Send it as application/json.`;
    if (counts.every(count => count <= mostValues)) return;
    return `payload: a list has more than ${mostValues} values, and n8n would make a map of it. Use POST.`;
   }
   async function encodePayload(payload, method, contentType) {
    const unfit = findUnencodable(payload, method, contentType);
    if (unfit !== void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.g)(unfit);
    if (method === "GET" || method === "HEAD") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({
     query: payload.source === "data" ? (await forms()).formOf(payload.data) : new URLSearchParams
    });
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({
     query: new URLSearchParams,
     body: await bodyOf(payload, contentType)
    });
   }
   const forms = () => __nccwpck_require__.e(918).then(__nccwpck_require__.bind(__nccwpck_require__, 1918));
   async function bodyOf(payload, contentType) {
    if (payload.source === "file") return (0, _http_body_js__WEBPACK_IMPORTED_MODULE_0__.hh)(payload.path, payload.size, contentType);
    if (payload.source === "text") return (0, _http_body_js__WEBPACK_IMPORTED_MODULE_0__.iD)(payload.text, contentType);
    if (payload.source === "files") return (await forms()).multipartOf(payload.data, payload.files);
    if (isMultipart(contentType)) return (await forms()).multipartOf(payload.data, []);
    const text = isUrlEncoded(contentType) ? (await forms()).formOf(payload.data).toString() : JSON.stringify(payload.data);
    return (0, _http_body_js__WEBPACK_IMPORTED_MODULE_0__.iD)(text, contentType);
   }
   function isContext(payload) {
    return payload.source === "context" || payload.source === "files" && payload.isContext;
   }
   function isJson(contentType) {
    return /^application\/(?:json|[^;]*\+json)\s*(?:;|$)/i.test(contentType);
   }
   function isUrlEncoded(contentType) {
    return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType);
   }
   function isMultipart(contentType) {
    return /^multipart\/form-data$/i.test(contentType);
   }
  }),
  4319: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    y: () => hideWebhook
   });
   function hideWebhook({inputs: {instance: instance, target: target}, host: host}, url) {
    const isGiven = instance && instance.addressFrom !== "webhook";
    const instancePath = isGiven ? new URL(instance.base).pathname.replace(/\/+$/, "") : void 0;
    host.hideAddress(url, {
     instancePath: instancePath,
     executionId: target.resumes
    });
   }
  }),
  2075: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Ri: () => unfit,
    a6: () => endedBefore,
    eE: () => notSent,
    yv: () => CANCELLED_BEFORE
   });
   var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8753);
   var _verdict_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8579);
   const CANCELLED_BEFORE = (0, _verdict_verdict_js__WEBPACK_IMPORTED_MODULE_1__.F0)("cancelled", "no", (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The step was cancelled before the workflow was triggered.`);
   function endedBefore(route, verdict, workflowName) {
    return {
     route: route,
     verdict: verdict,
     exchange: void 0,
     attempts: 0,
     workflowName: workflowName
    };
   }
   function notSent(route, {wrongInput: wrongInput, ...why}, workflowName) {
    const claim = wrongInput ? "wrong inputs" : "not triggered";
    return endedBefore(route, {
     success: false,
     ran: "no",
     claim: claim,
     ...why
    }, workflowName);
   }
   function unfit(lines) {
    return {
     row: "payload",
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.fj)(lines),
     hint: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$,
     wrongInput: true
    };
   }
  }),
  2645: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    j: () => sendTrigger
   });
   var connections = __nccwpck_require__(6032);
   var exchange = __nccwpck_require__(9453);
   // CONCATENATED MODULE: ./build/http/upload-progress.js
   const INTERVAL_MS = 1e4;
   const SMALLEST = 1e6;
   function withProgress(body, clock, onSent) {
    if (body.size < SMALLEST) return body;
    const watched = async function*() {
     let sent = 0;
     let reportedAt = clock.monotonic();
     for await (const chunk of body.open()) {
      yield chunk;
      sent += chunk.length;
      if (clock.monotonic() - reportedAt < INTERVAL_MS) continue;
      reportedAt = clock.monotonic();
      onSent(sent);
     }
    };
    return {
     ...body,
     open: watched
    };
   }
   var result = __nccwpck_require__(5717);
   var attempts = __nccwpck_require__(6330);
   var http_status = __nccwpck_require__(4999);
   var text_json = __nccwpck_require__(5666);
   var cache = __nccwpck_require__(9844);
   var mark = __nccwpck_require__(217);
   var verdict_row = __nccwpck_require__(8506);
   var accepted_by_webhook = __nccwpck_require__(8423);
   // CONCATENATED MODULE: ./build/verdict/judge.js
   const LARGEST_MESSAGE = 64 * 1024;
   async function judge(exchange, call) {
    if (exchange.kind === "breakdown") return (await __nccwpck_require__.e(721).then(__nccwpck_require__.bind(__nccwpck_require__, 1721))).breakdownVerdict(exchange, call);
    const view = viewOf(exchange, call);
    const row = (await rowsFor(view)).find(({when: when = {}}) => (0, verdict_row.cK)(when, view));
    if (!row) throw new Error("the table of replies has no last row");
    const verdict = (0, verdict_row.Vj)(row, view);
    if (exchange.uploadComplete !== false) return verdict;
    return (await __nccwpck_require__.e(721).then(__nccwpck_require__.bind(__nccwpck_require__, 1721))).cutRequestVerdict(verdict, exchange.status, call);
   }
   async function rowsFor(view) {
    const {call: call, status: status, headers: headers, text: text} = view;
    const isByWebhook = call.route === "webhook" && (0, mark.r)(headers) && !(0, mark.B)(call.url, text);
    if (isByWebhook && (0, http_status.U)(status, call.acceptStatus) && !(0, cache.c1)(view)) return accepted_by_webhook.vM;
    return (await __nccwpck_require__.e(645).then(__nccwpck_require__.bind(__nccwpck_require__, 7645))).rowsFor(view);
   }
   function viewOf(reply, call) {
    const {status: status, headers: headers, body: body} = reply;
    const text = body.start.toString("utf8");
    const json = body.size <= LARGEST_MESSAGE ? (0, text_json.MR)(text) : void 0;
    const jsonMessage = (0, text_json.jh)(json) && typeof json["message"] === "string" ? json["message"] : "";
    const isHtml = /^text\/html\b/i.test(headers["content-type"] ?? "");
    return {
     call: call,
     status: status,
     headers: headers,
     text: text,
     json: json,
     jsonMessage: jsonMessage,
     isHtml: isHtml
    };
   }
   // CONCATENATED MODULE: ./build/routes/call.js
   function triggeredCall({route: route, addressInput: addressInput, request: {method: method, url: url, body: body}, credentials: credentials}, {inputs: inputs, identity: identity, afterId: afterId, host: host}, headers) {
    const {target: target, workflowId: workflowId, payload: payload, signingSecret: signingSecret, timeoutMs: timeoutMs, acceptStatus: acceptStatus} = inputs;
    const markOf = name => {
     const value = headerIn(name, headers) ?? "";
     return {
      value: value,
      isUnique: value === identity[name]
     };
    };
    return {
     mode: target.mode,
     route: route,
     addressInput: addressInput,
     method: method,
     url: url,
     resumes: target.resumes,
     body: body,
     bodySize: body?.size ?? 0,
     contentType: body?.contentType ?? "",
     userAgent: headerIn("user-agent", headers),
     chatAction: "data" in payload && (0, text_json.jh)(payload.data) ? (0, text_json.b6)(payload.data["action"]) : void 0,
     credentials: signingSecret === void 0 ? credentials : [ ...credentials, "signing-secret" ],
     timeoutMs: timeoutMs,
     acceptStatus: acceptStatus,
     show: host.show,
     trace: markOf("traceparent"),
     key: markOf("idempotency-key"),
     workflowId: route === "start" ? void 0 : workflowId,
     afterId: afterId,
     sentAt: host.clock.now(),
     since: host.clock.monotonic()
    };
   }
   function headerIn(name, headers) {
    return Object.entries(headers).findLast(([given]) => given.toLowerCase() === name)?.[1];
   }
   var format = __nccwpck_require__(3387);
   var safe = __nccwpck_require__(8753);
   // CONCATENATED MODULE: ./build/routes/log.js
   const CALLED = {
    webhook: (0, safe.cv)`the webhook`,
    start: (0, safe.cv)`the start endpoint`,
    mcp: (0, safe.cv)`the MCP server`
   };
   function logCall({route: route, request: request, isMissing: isMissing}, {log: log, show: show}) {
    const {method: method, url: url, body: body} = request;
    const load = body ? (0, safe.cv)` with ${(0, format.z3)(body.size)} of ${show(body.contentType.replace(/; boundary=.*/, ""))}` : safe.K$;
    const orElse = isMissing ? (0, safe.cv)`, or the workflow's own trigger if this n8n has none` : safe.K$;
    log.info((0, safe.cv)`Calling ${CALLED[route]} at ${show(url.origin)}${orElse}: ${show(method, 10)}${load}`);
   }
   function logHeaders(headers, {log: log, show: show}) {
    log.debug((0, safe.cv)`headers: ${show(Object.keys(headers).join(", "), 1e3)} (values are not shown)`);
   }
   function logProgress(sent, size, {log: log}) {
    log.info((0, safe.cv)`Sent ${(0, format.z3)(sent)} of ${(0, format.z3)(size)} (${Math.floor(100 * sent / size)}%)`);
   }
   function logAttempt(made, pauseMs, {log: log, show: show}) {
    const {number: number, exchange: came, verdict: verdict, tookMs: tookMs} = made;
    const reply = came.kind === "reply" ? (0, safe.cv)`HTTP ${came.status}, ${(0, format.z3)(came.body.size)}` : show(came.code, 60);
    log.info((0, safe.cv)`Attempt ${number}: ${reply} in ${(0, format.a3)(tookMs)}`);
    log.debug((0, safe.cv)`verdict: ${show(verdict.row)}, ran: ${show(verdict.ran)}`);
    if (pauseMs !== void 0) log.info((0, safe.cv)`${verdict.message} Next attempt in ${(0, 
    format.a3)(pauseMs)}.`);
   }
   var outcome = __nccwpck_require__(2075);
   // CONCATENATED MODULE: ./build/routes/send.js
   const authorization = () => __nccwpck_require__.e(780).then(__nccwpck_require__.bind(__nccwpck_require__, 9780));
   async function sendTrigger(step, trigger) {
    const {route: route, request: request, jwt: jwt, sentBefore: sentBefore = 0, isMissing: isMissing} = trigger;
    const {inputs: inputs, host: host, lookInto: lookInto} = step;
    const {timeoutMs: timeoutMs, retries: retries, retryAmbiguous: retryAmbiguous, signingSecret: secret} = inputs;
    const {clock: clock, random: random, cancelled: signal, tempDirectory: spillDirectory} = host;
    logCall(trigger, host);
    const signature = secret === void 0 ? (0, result.ok)({}) : await (await authorization()).signatureHeader(request.body, secret, timeoutMs, host);
    if (!signature.ok) return (0, outcome.a6)(route, signature.error);
    const headers = {
     ...step.identity,
     ...request.headers,
     ...signature.value
    };
    logHeaders(headers, host);
    const {body: body} = request;
    const upload = body && withProgress(body, clock, sent => logProgress(sent, body.size, host));
    const limits = {
     timeoutMs: timeoutMs,
     spillDirectory: spillDirectory,
     signal: signal,
     connections: (0, connections.S0)(inputs.tls)
    };
    const call = triggeredCall(trigger, step, headers);
    const last = await (0, attempts.CD)({
     send: async () => {
      const token = jwt && await (await authorization()).bearerToken(jwt, host);
      return (0, exchange.c)({
       ...request,
       headers: {
        ...headers,
        ...token
       },
       body: upload
      }, limits);
     },
     judge: reply => judge(reply, call),
     lookInto: lookInto && (lost => lookInto(lost, call)),
     retries: retries,
     retryAmbiguous: retryAmbiguous,
     clock: clock,
     random: random,
     signal: signal,
     onAttempt: (made, pauseMs) => {
      if (!isMissing?.(made.verdict)) logAttempt({
       ...made,
       number: sentBefore + made.number
      }, pauseMs, host);
     }
    });
    const {verdict: verdict, execution: execution} = last;
    return {
     route: route,
     verdict: verdict,
     exchange: last.exchange,
     attempts: sentBefore + last.number,
     call: call,
     execution: execution
    };
   }
  }),
  9318: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    P: () => callWebhookUrl,
    g: () => callWebhook
   });
   var _request_auth_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4834);
   var _request_payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2956);
   var _text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9093);
   var _text_safe_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8753);
   var _hide_webhook_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4319);
   var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2075);
   var _send_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2645);
   async function callWebhookUrl(step, {url: url, credentials: credentials}) {
    const {payload: payload, method: method, contentType: contentType} = step.inputs;
    const encoded = await (0, _request_payload_js__WEBPACK_IMPORTED_MODULE_0__.vy)(payload, method, contentType);
    if (!encoded.ok) return (0, _outcome_js__WEBPACK_IMPORTED_MODULE_2__.eE)("webhook", (0, 
    _outcome_js__WEBPACK_IMPORTED_MODULE_2__.Ri)([ (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.QN)(encoded.error, step.host.show) ]));
    return callWebhook(step, {
     url: url,
     method: method,
     encoded: encoded.value
    }, credentials, "url");
   }
   async function callWebhook(step, {url: url, method: method, encoded: encoded}, urlCredentials, addressInput) {
    const {headers: headers, basicAuth: basicAuth, jwt: jwt, payload: payload} = step.inputs;
    if (payload.source === "files" && payload.files.some(({size: size}) => size === 0)) step.host.log.info((0, 
    _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`A file is empty. n8n before 2.37 drops empty files, and may drop the others with them.`);
    const user = basicAuth ?? urlCredentials;
    const called = withQuery(url, encoded.query);
    (0, _hide_webhook_js__WEBPACK_IMPORTED_MODULE_5__.y)(step, called);
    return (0, _send_js__WEBPACK_IMPORTED_MODULE_3__.j)(step, {
     route: "webhook",
     request: {
      method: method,
      url: called,
      headers: {
       ...Object.fromEntries(headers),
       ...user ? {
        authorization: (0, _request_auth_js__WEBPACK_IMPORTED_MODULE_6__.aR)(user)
       } : {}
      },
      body: encoded.body
     },
     jwt: jwt,
     credentials: [ ...user ? [ "basic-auth" ] : [], ...jwt ? [ "jwt-secret" ] : [], ...headers.length > 0 ? [ "headers" ] : [] ],
     addressInput: addressInput
    });
   }
   function withQuery(url, query) {
    const added = new URL(url);
    if (query.size > 0) added.search = added.search === "" ? `?${query}` : `${added.search}&${query}`;
    return added;
   }
  }),
  5174: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    g: () => decodeText
   });
   var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
   function decodeText(bytes) {
    const [first, second] = bytes;
    if (first === 255 && second === 254) return new TextDecoder("utf-16le").decode(bytes);
    if (first === 254 && second === 255) return new TextDecoder("utf-16be").decode(bytes);
    return first === 0 || second === 0 || !(0, node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) ? void 0 : bytes.toString("utf8");
   }
  }),
  3924: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    A: () => CodedError,
    C: () => errorCode
   });
   class CodedError extends Error {
    code;
    constructor(code, cause) {
     super(code, {
      cause: cause
     });
     this.code = code;
    }
   }
   function errorCode(error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
    return typeof code === "string" ? code : void 0;
   }
  }),
  3387: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Kb: () => excerpt,
    ZD: () => escapeHtml,
    a3: () => formatDuration,
    z3: () => formatBytes
   });
   var _safe_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8753);
   var _unicode_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9305);
   const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/g;
   const UNSEEN = (0, _unicode_js__WEBPACK_IMPORTED_MODULE_1__.g)(String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]`, "gu");
   const PILED_MARKS = (0, _unicode_js__WEBPACK_IMPORTED_MODULE_1__.g)(String.raw`(\p{M}{4})\p{M}+`, "gu");
   function excerpt(text, most) {
    const line = withoutUnseen(text.slice(0, most * 4).replace(/[\s\u0085\u2028\u2029]+/g, " ")).replaceAll("##[", "# #[").replace(/\[[\da-f:.]+\]|:(?=:)/gi, colons => colons === ":" ? ": " : colons).trim();
    const characters = [ ...line.slice(0, most * 2) ];
    return characters.length > most || line.length > most * 2 ? `${characters.slice(0, most).join("")}\u2026` : line;
   }
   function withoutUnseen(text) {
    if ((0, _unicode_js__WEBPACK_IMPORTED_MODULE_1__.E)(text)) return text.replace(/[\0-\x1f\x7f]/g, "\ufffd");
    return text.replace(JOINERS, "").replace(UNSEEN(), "\ufffd").replace(PILED_MARKS(), "$1");
   }
   function formatBytes(bytes) {
    if (bytes < 1e3) return (0, _safe_js__WEBPACK_IMPORTED_MODULE_0__.Eh)(`${bytes} B`);
    if (bytes < 1e6) return (0, _safe_js__WEBPACK_IMPORTED_MODULE_0__.Eh)(`${(bytes / 1e3).toFixed(1)} kB`);
    if (bytes < 1e9) return (0, _safe_js__WEBPACK_IMPORTED_MODULE_0__.Eh)(`${(bytes / 1e6).toFixed(1)} MB`);
    return (0, _safe_js__WEBPACK_IMPORTED_MODULE_0__.Eh)(`${(bytes / 1e9).toFixed(2)} GB`);
   }
   function formatDuration(ms) {
    if (ms < 1e3) return (0, _safe_js__WEBPACK_IMPORTED_MODULE_0__.Eh)(`${Math.round(ms)} ms`);
    if (ms < 6e4) return (0, _safe_js__WEBPACK_IMPORTED_MODULE_0__.Eh)(`${(ms / 1e3).toFixed(1)} s`);
    const seconds = Math.round(ms / 1e3);
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return (0, _safe_js__WEBPACK_IMPORTED_MODULE_0__.Eh)(`${minutes} min${rest(seconds % 60, "s")}`);
    return (0, _safe_js__WEBPACK_IMPORTED_MODULE_0__.Eh)(`${Math.floor(minutes / 60)} h${rest(minutes % 60, "min")}`);
   }
   const rest = (count, unit) => count === 0 ? "" : ` ${count} ${unit}`;
   function escapeHtml(text) {
    return text.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "\ufffd").replace(/[&<>"'`*_[\]()#@|\\~:$]/g, character => `&#${character.codePointAt(0)};`).replace(/\r\n|\r|\n/g, "&#10;");
   }
  }),
  5666: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    A7: () => mapOf,
    Bq: () => isScalarList,
    MR: () => tryJson,
    b6: () => textOf,
    jQ: () => mapsOf,
    jh: () => isMap,
    jj: () => toJsonText,
    rl: () => numberOf,
    ws: () => scalarText
   });
   function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
   }
   function mapOf(value) {
    return isMap(value) ? value : {};
   }
   function mapsOf(value) {
    return Array.isArray(value) ? value.filter(isMap) : [];
   }
   function isScalarList(value) {
    return Array.isArray(value) && value.every(item => typeof item !== "object");
   }
   function textOf(value) {
    return typeof value === "string" ? value : "";
   }
   function scalarText(value) {
    return value === null || typeof value === "object" || value === void 0 ? "" : String(value);
   }
   function numberOf(value) {
    return Number(scalarText(value) || Number.NaN);
   }
   function toJsonText(value) {
    try {
     return JSON.stringify(value);
    } catch (error) {
     if (error instanceof RangeError) return;
     throw error;
    }
   }
   function tryJson(text) {
    try {
     const value = JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
     return value;
    } catch {
     return;
    }
   }
  }),
  1533: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    E: () => isRounded,
    s: () => ROUNDED
   });
   function isRounded(source, value) {
    if (!Number.isFinite(value)) return true;
    if (value === 0) return /[1-9]/.test(source.replace(/e.*/i, ""));
    const integer = source.replace(/^[-+]/, "");
    return /^(?:\d+|0[xo].*)$/.test(integer) && BigInt(integer) > 2n ** 53n;
   }
   const ROUNDED = "n8n would read a different number, because this one is beyond 2^53 or out of range. Put it in quotes to send it as text.";
  }),
  6340: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    V: () => readJson,
    l: () => parseJsonText
   });
   var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5666);
   var _number_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1533);
   var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9093);
   var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5717);
   const explanations = () => __nccwpck_require__.e(40).then(__nccwpck_require__.bind(__nccwpck_require__, 4040));
   async function parseJsonText(name, text) {
    const read = await readJson(text);
    return read.ok ? read : (0, _problem_js__WEBPACK_IMPORTED_MODULE_0__.Qm)(`${name}: ${(await explanations()).sentenceFor(read.error)}`);
   }
   async function readJson(text, isLost = _number_js__WEBPACK_IMPORTED_MODULE_1__.E) {
    try {
     const value = JSON.parse(text);
     const rounded = mayHold(text, isLost) ? await (await explanations()).lostNumber(text, isLost) : void 0;
     if (rounded) return (0, _result_js__WEBPACK_IMPORTED_MODULE_2__.g)(rounded);
     const {levels: levels, names: names} = shapeOf(text);
     if (levels > DEEPEST) return (0, _result_js__WEBPACK_IMPORTED_MODULE_2__.g)({
      kind: "too deep"
     });
     return names > membersIn(value) ? (0, _result_js__WEBPACK_IMPORTED_MODULE_2__.g)(await (await explanations()).repeatedName(text)) : (0, 
     _result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(value);
    } catch (error) {
     if (error instanceof SyntaxError) return (0, _result_js__WEBPACK_IMPORTED_MODULE_2__.g)(await (await explanations()).notJson(text, error.message));
     throw error;
    }
   }
   const DEEPEST = 1e3;
   function shapeOf(text) {
    let [level, levels, names, isInString] = [ 0, 0, 0, false ];
    for (let at = 0; at < text.length; at += 1) {
     const character = text[at];
     if (isInString && character === "\\") at += 1; else if (character === '"') isInString = !isInString; else if (isInString) continue; else if (character === "{" || character === "[") level += 1; else if (character === "}" || character === "]") level -= 1; else if (character === ":") names += 1;
     levels = Math.max(levels, level);
    }
    return {
     levels: levels,
     names: names
    };
   }
   function membersIn(value) {
    let members = 0;
    if (Array.isArray(value)) for (const item of value) members += membersIn(item); else if ((0, 
    _json_js__WEBPACK_IMPORTED_MODULE_3__.jh)(value)) for (const name in value) members += 1 + membersIn(value[name] ?? null);
    return members;
   }
   function mayHold(text, isLost) {
    for (const [source] of text.matchAll(/-?\d[\d.eE+-]{15,}|-?[\d.]{1,15}[eE][+-]?\d{3,}/g)) {
     const value = Number(source);
     if (!Number.isNaN(value) && isLost(source, value)) return true;
    }
    return false;
   }
  }),
  9093: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    BU: () => soundOf,
    GW: () => problemsOf,
    QN: () => shownLine,
    Qm: () => wrong,
    kg: () => gather,
    wC: () => unset
   });
   var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5717);
   function wrong(...lines) {
    return (0, _result_js__WEBPACK_IMPORTED_MODULE_0__.g)(lines.map(line => ({
     line: line,
     isUnset: false
    })));
   }
   function unset(line) {
    return (0, _result_js__WEBPACK_IMPORTED_MODULE_0__.g)([ {
     line: line,
     isUnset: true
    } ]);
   }
   function soundOf(fields) {
    const sound = {};
    for (const name in fields) {
     const field = fields[name];
     if (field.ok) sound[name] = field.value;
    }
    return sound;
   }
   function gather(fields) {
    const sound = soundOf(fields);
    if (isWhole(sound, fields)) return (0, _result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(sound);
    return (0, _result_js__WEBPACK_IMPORTED_MODULE_0__.g)(problemsOf(Object.values(fields)));
   }
   function problemsOf(results) {
    return results.flatMap(result => result.ok ? [] : result.error);
   }
   function isWhole(sound, fields) {
    return Object.keys(fields).every(name => name in sound);
   }
   const LONGEST_LINE = 1e3;
   function shownLine(line, show) {
    return show(line, LONGEST_LINE);
   }
  }),
  5717: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    g: () => failed,
    ok: () => ok
   });
   function ok(value) {
    return {
     ok: true,
     value: value
    };
   }
   function failed(error) {
    return {
     ok: false,
     error: error
    };
   }
  }),
  8753: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Eh: () => declareSafe,
    K$: () => NOTHING,
    Qu: () => withoutFullStop,
    Vm: () => word,
    cv: () => say,
    fj: () => join
   });
   function say(words, ...values) {
    return declareSafe(String.raw({
     raw: words
    }, ...values));
   }
   const NOTHING = say``;
   function join(texts, separator = " ") {
    return declareSafe(texts.filter(text => text !== "").join(separator));
   }
   function withoutFullStop(text) {
    return text.endsWith(".") ? declareSafe(text.slice(0, -1)) : text;
   }
   function word(text) {
    return declareSafe(text);
   }
   function declareSafe(text) {
    return text;
   }
  }),
  9305: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    E: () => isAscii,
    g: () => unicodePattern
   });
   function unicodePattern(source, flags) {
    let made;
    return () => {
     made ??= new RegExp(source, flags);
     return made;
    };
   }
   function isAscii(text) {
    return /^[\0-\x7f]*$/.test(text);
   }
  }),
  6330: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    CD: () => attempt,
    Vs: () => retryAfterMs,
    aq: () => growingPause,
    xR: () => PATIENCE_MS
   });
   var _http_received_body_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7003);
   var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3387);
   var _text_safe_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8753);
   var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8579);
   const FIRST_PAUSE_MS = 1e3;
   const LONGEST_PAUSE_MS = 6e4;
   const PATIENCE_MS = 3e5;
   const DAY_MS = 24 * 60 * 60 * 1e3;
   async function attempt(sending) {
    const {send: send, judge: judge, lookInto: lookInto, retries: retries, clock: clock, signal: signal, onAttempt: onAttempt} = sending;
    let doubtful;
    for (let number = 1; ;number += 1) {
     const began = clock.monotonic();
     const exchange = await send();
     const tookMs = clock.monotonic() - began;
     const verdict = await judge(exchange);
     const sent = {
      number: number,
      exchange: exchange,
      verdict: verdict,
      tookMs: tookMs
     };
     const {verdict: known, execution: execution} = lookInto && isLost(verdict) ? await lookInto(sent) : sent;
     const askedMs = retryAfterMs(exchange, clock.now());
     const last = askedMs > PATIENCE_MS ? withLongPause(known, askedMs) : known;
     const done = {
      ...sent,
      execution: execution,
      verdict: doubtful ? afterDoubt(last, doubtful) : last
     };
     const pauseMs = number > retries ? void 0 : pauseBefore(number + 1, last, askedMs, sending);
     const isCancelled = signal.aborted;
     onAttempt(done, isCancelled ? void 0 : pauseMs);
     if (pauseMs === void 0) return done;
     if (!isCancelled) await clock.sleep(pauseMs, signal);
     if (signal.aborted) return {
      ...done,
      verdict: cancelled(done.verdict)
     };
     if (last.ran !== "no") doubtful ??= last;
     if (exchange.kind === "reply") await (0, _http_received_body_js__WEBPACK_IMPORTED_MODULE_0__.vf)(exchange.body);
    }
   }
   function afterDoubt(last, doubtful) {
    if (last.ran !== "no") return last;
    return {
     ...doubtful,
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`${doubtful.message} A later attempt got no further: ${last.message}`
    };
   }
   function cancelled({ran: ran, message: message}) {
    return (0, _verdict_js__WEBPACK_IMPORTED_MODULE_3__.F0)("aborted", ran, (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The step was cancelled before another attempt. ${message}`);
   }
   function isLost({success: success, ran: ran, retry: retry}) {
    return !success && ran === "maybe" && retry !== void 0;
   }
   function withLongPause(verdict, askedMs) {
    if (!verdict.retry || verdict.ran !== "no") return verdict;
    const asked = askedMs > DAY_MS ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`more than a day` : (0, 
    _text_format_js__WEBPACK_IMPORTED_MODULE_1__.a3)(askedMs);
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The server asks for a pause of ${asked} (Retry-After), which is longer than a step waits. Run it again after that.`;
    return {
     ...verdict,
     hint: hint
    };
   }
   function pauseBefore(number, verdict, askedMs, sending) {
    if (verdict.success || !verdict.retry) return;
    if (verdict.ran === "yes" || verdict.ran === "maybe" && !sending.retryAmbiguous) return;
    if (askedMs > PATIENCE_MS) return;
    const ownMs = growingPause(number - 1, LONGEST_PAUSE_MS, sending.random);
    return Math.min(Math.max(verdict.retry.minDelayMs, askedMs) + ownMs, PATIENCE_MS);
   }
   function growingPause(attempts, longestMs, random) {
    const bound = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), longestMs);
    return Math.floor(bound * (1 + random()) / 2);
   }
   function retryAfterMs(exchange, now) {
    const header = exchange.kind === "reply" && exchange.headers["retry-after"] || "";
    if (/^\d+$/.test(header)) return Number(header) * 1e3;
    const isDate = /^[A-Z][a-z]{2,8},? /.test(header);
    const date = isDate ? Date.parse(/ \d{4}$/.test(header) ? `${header} GMT` : header) : Number.NaN;
    return Number.isNaN(date) ? 0 : Math.max(0, date - now);
   }
  }),
  9844: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    DR: () => isFromCache,
    c1: () => mayBeStored,
    hy: () => ageOf
   });
   const HITS = [ [ "x-varnish", /\d \d/ ], [ "x-cache", /(?:^|[\s,])(?:TCP_(?:MEM_|REMOTE_)?)?HIT\b/i ], [ "cf-cache-status", /^HIT$/ ], [ "cache-status", /;\s*hit(?!=)/i ], [ "x-cache-status", /^HIT$/i ], [ "x-proxy-cache", /^HIT$/i ] ];
   function isFromCache(headers) {
    return HITS.some(([name, value]) => value.test(String(headers[name] ?? "")));
   }
   function ageOf({age: age = ""}) {
    return /^\d{1,9}$/.test(age) ? Number(age) : 0;
   }
   function mayBeStored({headers: headers, call: {method: method}}) {
    return (method === "GET" || method === "HEAD") && (isFromCache(headers) || ageOf(headers) > 0);
   }
  }),
  217: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    B: () => isForm,
    r: () => isMarked
   });
   function isMarked(headers) {
    return /\bsandbox\b/.test(String(headers["content-security-policy"] ?? ""));
   }
   function isForm({pathname: pathname, search: search}, text) {
    const mayBeOldForm = `${pathname}${search}`.includes("n8n-form");
    if (/\/webhook(?:-test)?\//.test(pathname) && !mayBeOldForm) return false;
    if (FORM_PAGES.some(words => text.includes(words))) return true;
    return /\/form(?:-test|-waiting)?\//.test(pathname) && !pathname.includes("/webhook-waiting/");
   }
   const FORM_PAGES = [ "id='n8n-form'", "<title>Problem loading form</title>", "<title>Invalid Form Link</title>", "<title>No action required</title>" ];
  }),
  8506: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    Dh: () => A_LITTLE,
    NH: () => nothingRan,
    Qd: () => AT_ONCE,
    Vj: () => verdictOf,
    cK: () => matches
   });
   function nothingRan(rows) {
    return rows.map(row => ({
     ran: "no",
     ...row
    }));
   }
   function matches({status: status, html: html, says: says, text: text, where: where}, view) {
    return (status === void 0 || [ status ].flat().includes(view.status)) && (html === void 0 || view.isHtml) && (says === void 0 || says.test(view.jsonMessage)) && (text === void 0 || text.test(view.text)) && (where === void 0 || where(view));
   }
   function verdictOf({name: name, when: _, message: message, hint: hint, ...rest}, view) {
    const textOf = text => typeof text === "function" ? text(view) : text;
    return {
     row: name,
     success: false,
     ...rest,
     message: textOf(message),
     hint: textOf(hint)
    };
   }
   const AT_ONCE = {
    minDelayMs: 0
   };
   const A_LITTLE = {
    minDelayMs: 2e3
   };
  }),
  8423: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    FI: () => FORM_NEXT_PAGE,
    vM: () => acceptedByWebhookRows,
    wh: () => ACCEPTED
   });
   var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5666);
   var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8753);
   const FORM_NEXT_PAGE = {
    name: "form-next-page",
    when: {
     status: 200,
     where: ({json: json}) => (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.jh)(json) && typeof json["formWaitingUrl"] === "string"
    },
    success: true,
    ran: "yes",
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The form has another page, and the execution waits until a person fills it in.`,
    hint: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$
   };
   const ACCEPTED = {
    name: "accepted",
    success: true,
    ran: "yes",
    message: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$,
    hint: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$
   };
   const acceptedByWebhookRows = [ FORM_NEXT_PAGE, ACCEPTED ];
  }),
  8579: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   __nccwpck_require__.d(__webpack_exports__, {
    F0: () => cancelledVerdict,
    WE: () => explain,
    _B: () => claimOf
   });
   var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8753);
   function cancelledVerdict(row, ran, message, hint = _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$) {
    return {
     row: row,
     success: false,
     ran: ran,
     claim: "cancelled",
     message: message,
     hint: hint
    };
   }
   const CLAIMS = {
    yes: "failed",
    no: "not triggered",
    maybe: "may have run"
   };
   function claimOf({claim: claim, ran: ran}) {
    return claim ?? CLAIMS[ran];
   }
   function explain({message: message, ran: ran, hint: hint}, resumes = false) {
    const whetherItRan = resumes && ran === "no" ? NOT_RESUMED : RAN[ran];
    return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.fj)([ message, whetherItRan, hint ].map(asSentence));
   }
   function asSentence(text) {
    return text === "" || /[.!?\u2026\u3002\uff01\uff1f]["\u201d)]?$|https?:\S*[^\s)]$/.test(text) ? text : (0, 
    _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${text}.`;
   }
   const NOT_RESUMED = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The execution was not resumed.`;
   const RAN = {
    yes: _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.K$,
    no: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The workflow did not run.`,
    maybe: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_0__.cv)`The workflow may have run.`
   };
  })
 };
 var __webpack_module_cache__ = {};
 function __nccwpck_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== void 0) return cachedModule.exports;
  var module = __webpack_module_cache__[moduleId] = {
   exports: {}
  };
  var threw = true;
  try {
   __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
   threw = false;
  } finally {
   if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
 }
 __nccwpck_require__.m = __webpack_modules__;
 if (typeof __nccwpck_require__ !== "undefined") __nccwpck_require__.ab = __dirname + "/";
 (() => {
  var getProto = Object.getPrototypeOf ? obj => Object.getPrototypeOf(obj) : obj => obj.__proto__;
  var leafPrototypes;
  __nccwpck_require__.t = function(value, mode) {
   if (mode & 1) value = this(value);
   if (mode & 8) return value;
   if (typeof value === "object" && value) {
    if (mode & 4 && value.__esModule) return value;
    if (mode & 16 && typeof value.then === "function") return value;
   }
   var ns = Object.create(null);
   __nccwpck_require__.r(ns);
   var def = {};
   leafPrototypes = leafPrototypes || [ null, getProto({}), getProto([]), getProto(getProto) ];
   for (var current = mode & 2 && value; typeof current == "object" && !~leafPrototypes.indexOf(current); current = getProto(current)) Object.getOwnPropertyNames(current).forEach(key => def[key] = () => value[key]);
   def["default"] = () => value;
   __nccwpck_require__.d(ns, def);
   return ns;
  };
 })();
 (() => {
  __nccwpck_require__.d = (exports, definition) => {
   for (var key in definition) if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) Object.defineProperty(exports, key, {
    enumerable: true,
    get: definition[key]
   });
  };
 })();
 (() => {
  __nccwpck_require__.f = {};
  __nccwpck_require__.e = chunkId => Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
   __nccwpck_require__.f[key](chunkId, promises);
   return promises;
  }, []));
 })();
 (() => {
  __nccwpck_require__.u = chunkId => chunkId + ".index.js";
 })();
 (() => {
  __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
 })();
 (() => {
  __nccwpck_require__.r = exports => {
   if (typeof Symbol !== "undefined" && Symbol.toStringTag) Object.defineProperty(exports, Symbol.toStringTag, {
    value: "Module"
   });
   Object.defineProperty(exports, "__esModule", {
    value: true
   });
  };
 })();
 (() => {
  var installedChunks = {
   792: 1
  };
  var installChunk = chunk => {
   var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
   for (var moduleId in moreModules) if (__nccwpck_require__.o(moreModules, moduleId)) __nccwpck_require__.m[moduleId] = moreModules[moduleId];
   if (runtime) runtime(__nccwpck_require__);
   for (var i = 0; i < chunkIds.length; i++) installedChunks[chunkIds[i]] = 1;
  };
  __nccwpck_require__.f.require = (chunkId, promises) => {
   if (!installedChunks[chunkId]) if (true) installChunk(require("./" + __nccwpck_require__.u(chunkId))); else installedChunks[chunkId] = 1;
  };
 })();
 var __webpack_exports__ = {};
 __nccwpck_require__(1808);
 var runner = __nccwpck_require__(200);
 var step = __nccwpck_require__(5398);
 var named_execution = __nccwpck_require__(1338);
 var external_node_fs_ = __nccwpck_require__(3024);
 var json = __nccwpck_require__(5666);
 // CONCATENATED MODULE: ./build/inputs/github-context.js
 function githubContext(env, now) {
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  const runId = env["GITHUB_RUN_ID"] ?? "";
  return {
   event_name: env["GITHUB_EVENT_NAME"] ?? "",
   repository: repository,
   ref: env["GITHUB_REF"] ?? "",
   sha: env["GITHUB_SHA"] ?? "",
   actor: env["GITHUB_ACTOR"] ?? "",
   workflow: env["GITHUB_WORKFLOW"] ?? "",
   job: env["GITHUB_JOB"] ?? "",
   run_id: Number(runId),
   run_number: Number(env["GITHUB_RUN_NUMBER"] ?? 0),
   run_attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? 0),
   run_url: `${server}/${repository}/actions/runs/${runId}`,
   server_url: server,
   sent_at: new Date(now).toISOString(),
   event: readEvent(env["GITHUB_EVENT_PATH"]) ?? {}
  };
 }
 function readEvent(path) {
  if (!path) return;
  try {
   return (0, json.MR)((0, external_node_fs_.readFileSync)(path, "utf8"));
  } catch {
   return;
  }
 }
 var method = __nccwpck_require__(336);
 var problem = __nccwpck_require__(9093);
 var result = __nccwpck_require__(5717);
 var address = __nccwpck_require__(6528);
 var n8n_address = __nccwpck_require__(6583);
 var auth = __nccwpck_require__(4834);
 var request_payload = __nccwpck_require__(2956);
 // CONCATENATED MODULE: ./build/inputs/instance.js
 function apiAddress(target, apiUrl) {
  if (apiUrl !== void 0) return {
   base: apiUrl,
   from: "api-url"
  };
  const before = (0, n8n_address.hR)(target.mode === "api" ? new URL(target.base) : target.url);
  if (before !== void 0) return {
   base: before,
   from: "webhook"
  };
  return {
   base: target.mode === "api" ? target.base : void 0,
   from: "url"
  };
 }
 function instanceBehind(target, apiUrl, secretKey, headers) {
  const {base: base, from: from} = apiAddress(target, apiUrl);
  if (base === void 0 || secretKey === void 0) return;
  const {origin: origin} = target.mode === "api" ? new URL(target.base) : target.url;
  const credentials = new URL(base).origin === origin ? target.credentials : void 0;
  return {
   base: base,
   secretKey: secretKey,
   headers: headers,
   credentials: credentials,
   addressFrom: from
  };
 }
 var plain_http = __nccwpck_require__(561);
 var inputs_target = __nccwpck_require__(2623);
 // CONCATENATED MODULE: ./build/inputs/conflicts.js
 function findConflicts(given) {
  const {target: target} = given;
  if (!target) return credentialConflicts(given);
  const api = "apiUrl" in given ? apiAddress(target, given.apiUrl) : void 0;
  return [ ...credentialConflicts(given), ...api ? addressConflicts(given, target, api) : [], ...payloadConflicts(given, target), ...plainHttpConflicts(given, target, api) ];
 }
 function credentialConflicts(given) {
  const {target: target, headers: headers = [], apiHeaders: apiHeaders = [], basicAuth: basicAuth, jwt: jwt, signingSecret: signingSecret} = given;
  const inUrl = target?.credentials;
  const hasAuthorization = (0, auth.ou)(headers, "authorization");
  const conflicts = [];
  if (hasAuthorization && (basicAuth || inUrl)) conflicts.push("headers: Authorization is given together with basic-auth or a password in url. Keep one of them.");
  if (basicAuth && inUrl) conflicts.push("basic-auth: url contains a password, too. Keep one of them.");
  const other = basicAuth && "basic-auth" || inUrl && "a password in url" || hasAuthorization && "Authorization in headers";
  if (jwt && other) conflicts.push(`jwt-secret: is given together with ${other}, and a request has one Authorization. Keep one of them.`);
  if (target?.byMcp && inUrl) conflicts.push("url: contains a password, which cannot be sent together with an MCP access token: both need the Authorization header.");
  const otherOfApi = target?.byMcp && "an MCP access token" || inUrl && "a password in url";
  if ((0, auth.ou)(apiHeaders, "authorization") && otherOfApi) conflicts.push(`api-headers: Authorization is given together with ${otherOfApi}. Keep one of them.`);
  if (signingSecret && (0, auth.ou)(headers, auth.D8)) conflicts.push(`signing-secret: ${auth.D8} is given in headers too. Keep one of them.`);
  return conflicts;
 }
 function addressConflicts({apiUrl: apiUrl, secretKey: secretKey, wait: wait}, target, {base: base}) {
  if (secretKey !== void 0 && target.resumes !== void 0) {
   if (apiUrl === void 0) return [ "api-url: is required with secret-key, because url is a resume URL. Give n8n's address." ];
   if (new URL(apiUrl).origin !== target.url.origin) return [ "api-url: has a different origin than url, which is a resume URL. Check where the resume URL comes from." ];
  }
  if (!wait || base !== void 0) return [];
  return [ "api-url: is required with wait: true, because url has no /webhook/ in it. Give n8n's address." ];
 }
 function payloadConflicts(given, target) {
  const {method: method = "POST", contentType: contentType = "application/json", found: found} = given;
  const files = found?.files ?? [];
  const presumed = files.length > 0 ? {
   source: "files",
   data: {},
   files: files,
   isContext: true
  } : {
   source: "context",
   data: {}
  };
  const payload = (given.contentType === void 0 ? void 0 : given.payload) ?? presumed;
  const unencodable = (0, request_payload.y6)(payload, method, contentType);
  if (unencodable !== void 0 && (target.mode === "webhook" || "hasContext" in payload)) return [ unencodable ];
  const takesJson = target.mode === "api" && (target.route === "start" || target.route === "mcp");
  if (!takesJson || (0, request_payload.Fh)(contentType)) return [];
  const name = found?.files.length === 0 ? "content-type" : "files";
  return [ `${name}: route ${target.route} sends the payload as JSON. Leave it out, or use route webhook.` ];
 }
 function plainHttpConflicts(given, target, api) {
  const conflicts = [];
  const plain = placesOf(given, target, api).filter(({url: url}) => url.startsWith("http:"));
  if (given.tls?.cert !== void 0 && plain[0]) conflicts.push(`client-cert: cannot be used over plain http. Use https in ${plain[0].input}.`);
  if (given.allowHttp !== false) return conflicts;
  const exposed = plain.filter(({getsSecret: getsSecret, url: url}) => getsSecret && (0, 
  plain_http.S)(new URL(url)));
  for (const name of new Set(exposed.map(({input: input}) => input))) conflicts.push(`${name}: would send a secret over plain http to a public host. Use https, or allow-http: true.`);
  return conflicts;
 }
 function placesOf(given, target, api) {
  const {headers: headers = [], basicAuth: basicAuth, jwt: jwt, secretKey: secretKey} = given;
  const places = [];
  if (secretKey !== void 0 && api?.base !== void 0) places.push({
   input: (0, n8n_address.wg)(api.from),
   url: api.base,
   getsSecret: true
  });
  if (target.mode === "webhook") {
   const getsSecret = headers.length > 0 || Boolean(basicAuth || jwt || target.credentials);
   return [ ...places, {
    input: "url",
    url: target.url.href,
    getsSecret: getsSecret
   } ];
  }
  const webhooks = (0, n8n_address.U)(target.webhookBase, target.base);
  return [ ...places, {
   input: "url",
   url: target.base,
   getsSecret: true
  }, {
   input: (0, inputs_target.uO)(target),
   url: webhooks,
   getsSecret: true
  } ];
 }
 var defaults = __nccwpck_require__(1676);
 // CONCATENATED MODULE: ./build/inputs/content-type.js
 const OTHER_CHARSET = /;\s*charset\s*=\s*"?(?!utf-?8\b)[^\s;"]/i;
 function parseContentType(text) {
  const type = text("content-type");
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;[\t\x20-\x7e]*)?$/.test(type)) return (0, 
  problem.Qm)("content-type: is not a media type like application/json.");
  const isSentAsStored = text("payload-file") !== "" && !(0, request_payload.Fh)(type) && !(0, 
  request_payload.EN)(type);
  if (OTHER_CHARSET.test(type) && !isSentAsStored) return (0, problem.Qm)("content-type: the payload is sent as UTF-8. Leave charset out, or set it to utf-8.");
  if (text("files") === "" || (0, request_payload.Nt)(type)) return (0, result.ok)(type);
  if (type === defaults.z["content-type"]) return (0, result.ok)("multipart/form-data");
  return (0, problem.Qm)("content-type: files are sent as multipart/form-data. Leave it out.");
 }
 function presumedType(text) {
  if (text("files") !== "") return "multipart/form-data";
  return /json/i.test(text("content-type")) ? "application/json" : "text/plain";
 }
 var external_node_path_ = __nccwpck_require__(6760);
 var decode = __nccwpck_require__(5174);
 var error_code = __nccwpck_require__(3924);
 var parse_json = __nccwpck_require__(6340);
 // CONCATENATED MODULE: ./build/inputs/payload.js
 async function readPayload(given, context) {
  const {files: files, contentType: contentType, includeContext: includeContext} = given;
  if (includeContext && isVerbatim(contentType)) return (0, problem.Qm)(`include-context: content-type ${contentType} sends the payload as it is. Leave include-context out.`);
  const data = await readData(given, context);
  const read = includeContext && data.ok ? await withContext(data.value, context) : data;
  if (!read.ok || files.length === 0) return read;
  const payload = read.value;
  if (!("data" in payload) || !(0, json.jh)(payload.data)) return (0, problem.Qm)(`payload: a list cannot be sent as ${contentType}; give a map.`);
  return (0, result.ok)({
   ...payload,
   source: "files",
   data: payload.data,
   files: files,
   isContext: payload.source === "context"
  });
 }
 async function withContext(payload, context) {
  if (payload.source === "context") return (0, result.ok)({
   source: "data",
   data: {
    github: payload.data
   },
   hasContext: true
  });
  if (payload.source !== "data" || !(0, json.jh)(payload.data)) return (0, problem.Qm)("include-context: adds a member to the payload, so the payload must be a map.");
  if (Object.hasOwn(payload.data, "github")) return (0, problem.Qm)("include-context: the payload already has a member github. Rename it, or leave include-context out.");
  return (0, result.ok)({
   source: "data",
   data: {
    ...payload.data,
    github: await context()
   },
   hasContext: true
  });
 }
 async function readData(given, context) {
  const {payload: payload, payloadFile: payloadFile, contentType: contentType} = given;
  const isInline = payload.trim() !== "";
  if (isInline && payloadFile !== "") return (0, problem.Qm)("payload: is given together with payload-file. Keep one of the two.");
  if (payloadFile !== "") return readPayloadFile(given);
  if (isInline && isVerbatim(contentType)) return (0, result.ok)({
   source: "text",
   text: payload
  });
  if (isInline) return parseData("payload", payload);
  if (/\bxml\b/i.test(contentType)) return (0, problem.Qm)(`payload: is needed with content-type ${contentType}; the GitHub context is JSON.`);
  return (0, result.ok)({
   source: "context",
   data: await context()
  });
 }
 function isVerbatim(contentType) {
  return !(0, request_payload.Fh)(contentType) && !(0, request_payload.EN)(contentType) && !(0, 
  request_payload.Nt)(contentType);
 }
 async function readPayloadFile({workspace: workspace, payloadFile: payloadFile, contentType: contentType}) {
  const {readFile: readFile, stat: stat} = await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 1455, 19));
  const path = (0, external_node_path_.resolve)(workspace, payloadFile);
  try {
   const found = await stat(path);
   if (!found.isFile()) return (0, problem.Qm)(`payload-file: ${payloadFile} is not a file.`);
   if (isVerbatim(contentType)) {
    const {hasBytes: hasBytes, SIZELESS: SIZELESS} = await __nccwpck_require__.e(519).then(__nccwpck_require__.bind(__nccwpck_require__, 4519));
    if (found.size === 0 && await hasBytes(path)) return (0, problem.Qm)(`payload-file: ${payloadFile} ${SIZELESS}.`);
    return (0, result.ok)({
     source: "file",
     path: path,
     size: found.size
    });
   }
   const text = (0, decode.g)(await readFile(path));
   if (text === void 0) return (0, problem.Qm)(`payload-file: ${payloadFile} is not UTF-8. Save it as UTF-8.`);
   return await parseData("payload-file", text, (0, external_node_path_.extname)(path).toLowerCase());
  } catch (error) {
   const code = (0, error_code.C)(error);
   const reason = code === "ENOENT" ? "does not exist" : `cannot be read (${code ?? String(error)})`;
   return (0, problem.Qm)(`payload-file: ${payloadFile} ${reason}. Relative paths start at the workspace.`);
  }
 }
 async function parseData(name, given, extension) {
  const text = given.replace(/^\uFEFF/, "");
  const isInline = extension === void 0;
  const isYaml = extension === ".yml" || extension === ".yaml";
  const isJsonText = extension === ".json" || !isYaml && /^\s*[{[]/.test(text);
  const read = isJsonText ? await (0, parse_json.l)(name, text.trimEnd()) : await (await __nccwpck_require__.e(421).then(__nccwpck_require__.bind(__nccwpck_require__, 2421))).parseYamlText(name, text, isInline);
  if (!read.ok) return read;
  const data = read.value;
  if (Array.isArray(data) || (0, json.jh)(data)) return (0, result.ok)({
   source: "data",
   data: data
  });
  const hint = isInline ? " To send text as it is, set content-type: text/plain." : "";
  return (0, problem.Qm)(`${name}: is a single value. Give a JSON or YAML map or list.${hint}`);
 }
 var reading = __nccwpck_require__(416);
 var secret_key = __nccwpck_require__(840);
 var inputs_secrets = __nccwpck_require__(8569);
 // CONCATENATED MODULE: ./build/inputs/unused.js
 const IGNORED = {
  url: {
   names: [ "route", "trigger-node", "webhook-base" ],
   why: "with mode: webhook, which calls url as it is. Use mode: api, or leave out what is not needed."
  },
  start: {
   names: [ "method", "basic-auth", "jwt-secret", "trigger-node", "webhook-base" ],
   why: "at the start endpoint, which takes a POST with secret-key. Use route: webhook, or leave out what is not needed."
  },
  mcp: {
   names: [ "basic-auth", "jwt-secret", "signing-secret", "webhook-base", "accept-status" ],
   why: "with an MCP access token, by which n8n runs a workflow without its webhook. Use an API key, or leave out what is not needed."
  }
 };
 function findUnused(text, {target: target, contentType: contentType}, hasInstance) {
  const warnings = [];
  const called = target.mode === "webhook" ? "url" : (0, inputs_target.Wv)(target, contentType);
  if (called !== void 0 && called !== "webhook") {
   const {names: names, why: why} = IGNORED[called];
   const given = names.filter(name => text(name) !== (defaults.z[name] ?? ""));
   const unused = given.filter(name => name !== "route" || text(name) !== "webhook");
   if (unused.length > 0) warnings.push(`${unused.join(", ")}: no effect ${why}`);
  }
  if (text("secret-key") !== "" && !hasInstance) warnings.push("secret-key: no effect, because url has no /webhook/ in it. Give n8n's address in api-url, or leave secret-key out.");
  return warnings;
 }
 var values = __nccwpck_require__(3368);
 // CONCATENATED MODULE: ./build/inputs/inputs.js
 async function readInputs(input, workspace, context, signal) {
  const text = (0, defaults.r)(input);
  const headers = await readHeaders("headers", text);
  const apiHeaders = await readHeaders("api-headers", text);
  const contentType = parseContentType(text);
  const ifNoFiles = (0, values.kB)("if-no-files-found", text("if-no-files-found"), values.Md);
  const found = text("files") !== "" && text("payload-file") !== "" ? (0, problem.Qm)("files: is given together with payload-file. Give the other form fields in payload.") : await readFiles(text("files"), workspace, ifNoFiles.ok ? ifNoFiles.value : "error", signal);
  const includeContext = (0, values.yG)("include-context", text("include-context"));
  const given = {
   payload: input("payload"),
   payloadFile: text("payload-file"),
   files: found.ok ? found.value.files : [],
   contentType: contentType.ok ? contentType.value : presumedType(text),
   includeContext: includeContext.ok && includeContext.value && contentType.ok,
   workspace: workspace
  };
  const fields = {
   target: (0, inputs_target.hu)(text),
   secretKey: (0, secret_key.NP)(text, apiHeaders.ok && apiHeaders.value.length > 0),
   givenId: text("mode") === "api" ? (0, result.ok)(void 0) : (0, address._O)(text("workflow-id")),
   apiUrl: (0, address.QH)(text("api-url")),
   payload: await readPayload(given, context),
   includeContext: includeContext,
   found: found,
   ifNoFiles: ifNoFiles,
   method: (0, values.kB)("method", text("method"), method.J),
   contentType: contentType,
   headers: headers,
   apiHeaders: apiHeaders,
   tls: await parseTls(text),
   basicAuth: parseBasicAuth(text("basic-auth")),
   jwt: await parseJwt(text),
   signingSecret: (0, result.ok)(text("signing-secret") || void 0),
   wait: (0, values.yG)("wait", text("wait")),
   waitTimeoutMs: (0, values.E9)("wait-timeout", text("wait-timeout")),
   stopOnCancel: (0, values.yG)("stop-on-cancel", text("stop-on-cancel")),
   timeoutMs: (0, values.E9)("timeout", text("timeout")),
   retries: (0, values.zq)("retries", text("retries"), 100),
   retryAmbiguous: (0, values.yG)("retry-ambiguous", text("retry-ambiguous")),
   acceptStatus: (0, values.C2)("accept-status", text("accept-status")),
   successWhen: await parseSuccessWhen(text),
   failOnError: (0, values.yG)("fail-on-error", text("fail-on-error")),
   ifUnconfigured: (0, values.kB)("if-unconfigured", text("if-unconfigured"), reading.mi),
   allowHttp: (0, values.yG)("allow-http", text("allow-http")),
   summary: (0, values.yG)("summary", text("summary"))
  };
  const secrets = (0, inputs_secrets.VY)(text, {
   headers: headers,
   "api-headers": apiHeaders
  });
  const sound = (0, problem.BU)(fields);
  const read = (0, problem.kg)(fields);
  const problems = (0, problem.GW)([ read, (0, problem.Qm)(...findConflicts(sound)) ]);
  if (!read.ok || problems.length > 0) {
   const unconfigured = (0, reading.Tu)(problems, sound.ifUnconfigured);
   return {
    inputs: (0, result.g)(problems),
    secrets: secrets,
    warnings: [],
    unconfigured: unconfigured
   };
  }
  const {secretKey: secretKey, apiUrl: apiUrl, givenId: givenId, ...rest} = read.value;
  const workflowId = rest.target.mode === "api" ? rest.target.workflowId : givenId;
  const instance = instanceBehind(rest.target, apiUrl, secretKey, rest.apiHeaders);
  const warnings = [ ...findUnused(text, rest, instance !== void 0).map(line => ({
   title: "An input of the n8n step has no effect",
   line: line
  })), ...rest.found.missing.map(line => ({
   title: "A file for the n8n workflow is missing",
   line: line
  })) ];
  return {
   inputs: (0, result.ok)({
    ...rest,
    workflowId: workflowId,
    instance: instance
   }),
   secrets: secrets,
   warnings: warnings,
   unconfigured: void 0
  };
 }
 async function readHeaders(name, text) {
  if (text(name) === "") return (0, result.ok)([]);
  return (await __nccwpck_require__.e(682).then(__nccwpck_require__.bind(__nccwpck_require__, 682))).parseHeaders(name, text(name));
 }
 async function readFiles(text, workspace, ifNone, signal) {
  if (text === "") return (0, result.ok)({
   files: [],
   missing: []
  });
  return (await __nccwpck_require__.e(519).then(__nccwpck_require__.bind(__nccwpck_require__, 4519))).readFiles(text, workspace, ifNone, signal);
 }
 async function parseTls(text) {
  if (text("ca-cert") === "" && text("client-cert") === "" && text("client-key") === "") return (0, 
  result.ok)(void 0);
  return (await __nccwpck_require__.e(293).then(__nccwpck_require__.bind(__nccwpck_require__, 5293))).parseTls(text);
 }
 async function parseJwt(text) {
  const isUsual = text("jwt-secret") === "" && text("jwt-claims") === "" && text("jwt-algorithm") === "HS256";
  return isUsual ? (0, result.ok)(void 0) : (await __nccwpck_require__.e(849).then(__nccwpck_require__.bind(__nccwpck_require__, 5849))).parseJwt(text);
 }
 async function parseSuccessWhen(text) {
  return text("success-when") === "" ? (0, result.ok)(void 0) : (await __nccwpck_require__.e(320).then(__nccwpck_require__.bind(__nccwpck_require__, 9320))).parseSuccessWhen(text);
 }
 function parseBasicAuth(text) {
  if (text === "") return (0, result.ok)(void 0);
  if (/^[^:\r\n]+:[^\r\n]+$/.test(text)) return (0, result.ok)(text);
  if (/^[^:\r\n]*:[^\r\n]*$/.test(text)) return (0, problem.wC)(`basic-auth: the user or the password is empty. ${values.Ag}`);
  return (0, problem.Qm)("basic-auth: is not of the form user:password, on one line.");
 }
 var report = __nccwpck_require__(6129);
 var external_node_crypto_ = __nccwpck_require__(7598);
 // CONCATENATED MODULE: ./build/request/trace.js
 const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:$|(?<!^00.*)-)/;
 function newTrace(env, randomBytes) {
  const traceId = TRACEPARENT.exec(env["TRACEPARENT"] ?? "")?.[1] ?? runTraceId(env) ?? randomBytes(16).toString("hex");
  const spanId = randomBytes(8);
  if (spanId.every(byte => byte === 0)) spanId[7] = 1;
  return {
   traceId: traceId,
   traceparent: `00-${traceId}-${spanId.toString("hex")}-01`
  };
 }
 function runTraceId(env) {
  const runId = env["GITHUB_RUN_ID"];
  if (!runId) return;
  return (0, external_node_crypto_.hash)("sha256", `${runId}${env["GITHUB_RUN_ATTEMPT"] ?? "1"}t`).slice(0, 32);
 }
 var webhook_url = __nccwpck_require__(9318);
 // CONCATENATED MODULE: ./build/main.js
 async function main(host) {
  const {env: env} = host;
  const began = host.clock.monotonic();
  const {traceId: traceId, traceparent: traceparent} = newTrace(env, host.randomBytes);
  const run = {
   began: began,
   traceId: traceId
  };
  const workspace = env["GITHUB_WORKSPACE"] ?? ".";
  const context = async () => githubContext(env, host.clock.now());
  const {inputs: inputs, secrets: secrets, warnings: warnings, unconfigured: unconfigured} = await readInputs(host.input, workspace, context, host.cancelled);
  for (const secret of [ ...secrets, ...(0, inputs_secrets.NT)(env) ]) host.mask(secret);
  if (!inputs.ok) {
   const url = (0, values.dW)(host.input("url"));
   if (url && host.input("mode").trim() !== "api") host.hideAddress(url);
   const lines = inputs.error.map(({line: line}) => line);
   const {reportUnconfigured: reportUnconfigured, reportWrongInputs: reportWrongInputs} = await __nccwpck_require__.e(58).then(__nccwpck_require__.bind(__nccwpck_require__, 2058));
   return unconfigured ? reportUnconfigured(lines, unconfigured, run, host) : reportWrongInputs(lines, run, host);
  }
  for (const {line: line, title: title} of warnings) host.log.warning(host.show(line, 500), host.show(title));
  const identity = {
   traceparent: traceparent,
   "idempotency-key": host.randomUUID()
  };
  const outcome = await triggerAndFollow({
   inputs: inputs.value,
   host: host,
   identity: identity
  });
  return (0, report.z8)(outcome, run, inputs.value, host);
 }
 async function triggerAndFollow(step) {
  const {target: target, instance: instance} = step.inputs;
  if (target.mode === "webhook" && !instance) return (0, named_execution.W)(await (0, 
  webhook_url.P)(step, target));
  const {triggerAndFollowByApi: triggerAndFollowByApi} = await Promise.all([ __nccwpck_require__.e(47), __nccwpck_require__.e(922) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 9922));
  return triggerAndFollowByApi(step);
 }
 var safe = __nccwpck_require__(8753);
 // CONCATENATED MODULE: ./build/index.js
 if (process.argv[2] === "deploy") void Promise.all([ __nccwpck_require__.e(47), __nccwpck_require__.e(611) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 7611)); else void (0, 
 step.I)(main, runner.B, {
  title: (0, safe.cv)`The n8n step ended unexpectedly`,
  hint: (0, safe.cv)`The workflow may have run: look at its executions in n8n. If the disk is not full, please report this.`
 });
 module.exports = __webpack_exports__;
})();