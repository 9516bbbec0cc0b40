"use strict";

exports.id = 519;

exports.ids = [ 519 ];

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
 4519: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   SIZELESS: () => SIZELESS,
   hasBytes: () => hasBytes,
   readFiles: () => readFiles
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var _n8n_form_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4049);
  var _text_error_code_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3924);
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5717);
  var _paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2164);
  const LINE = /^(?:(?<field>[^=/\\*?]+)=)?\s*(?<pattern>.+)$/;
  async function readFiles(text, workspace, ifNone, signal) {
   const problems = [];
   const missing = [];
   const parts = new Map;
   for (const line of text.split(/[\r\n]+/).map(untrimmed => untrimmed.trim())) {
    if (line === "") continue;
    const {field: field = _n8n_form_js__WEBPACK_IMPORTED_MODULE_2__.RA, pattern: pattern = ""} = LINE.exec(line)?.groups ?? {};
    const found = await (0, _paths_js__WEBPACK_IMPORTED_MODULE_4__.E)(pattern, workspace, signal);
    if (found.ok) for (const path of found.value) {
     if (signal?.aborted) break;
     const file = await look((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path));
     if (file.ok) parts.set(`${field}\n${file.value.path}`, {
      ...file.value,
      field: field.trim()
     }); else if (path === pattern) problems.push(`files: ${path} ${file.error}.`); else problems.push(`files: ${pattern} matches ${path}, which ${file.error}. Exclude it from the pattern.`);
    } else if (found.error === "folder") problems.push(`files: ${pattern} is not a file. For a folder: ${pattern}/**`); else {
     const what = found.error === "missing" ? "does not exist" : "matches no file";
     const none = `files: ${pattern} ${what}. Relative paths start at the workspace.`;
     if (ifNone === "error") problems.push(none);
     if (ifNone === "warn") missing.push(none);
    }
    if (signal?.aborted) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)({
     files: [],
     missing: []
    });
   }
   return problems.length > 0 ? (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_6__.Qm)(...problems) : (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)({
    files: [ ...parts.values() ],
    missing: missing
   });
  }
  async function look(path) {
   try {
    const found = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    if (!found.isFile()) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)("is not a regular file");
    if (found.size === 0 && await hasBytes(path)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)(SIZELESS);
    const {default: mime} = await __webpack_require__.e(86).then(__webpack_require__.bind(__webpack_require__, 5086));
    const type = mime.getType(path) ?? "application/octet-stream";
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)({
     path: path,
     name: (0, node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path),
     type: type,
     size: found.size
    });
   } catch (error) {
    const code = (0, _text_error_code_js__WEBPACK_IMPORTED_MODULE_3__.C)(error);
    if (code !== "ENOENT") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)(`cannot be read (${code ?? String(error)})`);
    const isLink = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => {});
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)(isLink ? "is a broken link" : "is gone, or has a name that is not UTF-8");
   }
  }
  const SIZELESS = "has no known size, as under /proc: copy it first";
  async function hasBytes(path) {
   const file = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
   try {
    return (await file.read(Buffer.alloc(1))).bytesRead > 0;
   } finally {
    await file.close();
   }
  }
 }),
 2164: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   E: () => findPaths
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var _text_error_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3924);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5717);
  async function findPaths(pattern, workspace, signal) {
   const asWritten = await kindOf((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, pattern));
   if (asWritten === "folder") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)("folder");
   if (asWritten === "other") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ pattern ]);
   if (!/[*?[\]{}]/.test(pattern)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)("missing");
   const paths = [];
   const exclude = () => signal?.aborted === true;
   for await (const path of (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(pattern, {
    cwd: workspace,
    exclude: exclude
   })) if (await kindOf((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path)) !== "folder") paths.push(path);
   return paths.length > 0 ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(paths.sort()) : (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)("no match");
  }
  async function kindOf(path) {
   try {
    return (await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? "folder" : "other";
   } catch (error) {
    const isThere = (0, _text_error_code_js__WEBPACK_IMPORTED_MODULE_2__.C)(error) !== "ENOENT" || await (0, 
    node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => {});
    return isThere ? "other" : "missing";
   }
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
 })
};